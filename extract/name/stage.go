package name

import (
	"context"
	_ "embed" // the model files
	"sync"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/lexicon"
	"github.com/smelt-ie/smelt/extract/segment"
)

//go:embed models/pos_en.bin
var speechFile []byte

//go:embed models/clusters_en.bin
var englishClustersFile []byte

//go:embed models/clusters_zh.bin
var chineseClustersFile []byte

//go:embed models/names_en.bin
var englishFile []byte

//go:embed models/names_zh.bin
var chineseFile []byte

// The models are read when the first text of their language comes.
var (
	speechModel     = sync.OnceValues(func() (*speech, error) { return readSpeech(speechFile) })
	englishClusters = sync.OnceValues(func() (*clusters, error) { return readClusters(englishClustersFile) })
	chineseClusters = sync.OnceValues(func() (*clusters, error) { return readClusters(chineseClustersFile) })
	englishModel    = sync.OnceValues(func() (*model, error) { return readModel(englishFile) })
	chineseModel    = sync.OnceValues(func() (*model, error) { return readModel(chineseFile) })
)

// analyserOf makes an analyser of a language that omits some evidence.
func analyserOf(lang extract.Lang, omit group) (analyser, error) {
	if lang.Chinese() {
		d, err := segment.Default()
		if err != nil {
			return nil, err
		}
		c, err := chineseClusters()
		if err != nil {
			return nil, err
		}
		latin, err := englishClusters()
		if err != nil {
			return nil, err
		}
		z := newChinese(d, c, latin)
		z.omit = omit
		return z, nil
	}
	s, err := speechModel()
	if err != nil {
		return nil, err
	}
	c, err := englishClusters()
	if err != nil {
		return nil, err
	}
	e := newEnglish(s, c)
	e.omit = omit
	return e, nil
}

// Stage finds people, bodies and places. It is safe for concurrent use.
type Stage struct {
	set              *lexicon.Set
	english, chinese taggers
}

// taggers are those of a language, and the model that they apply.
type taggers struct {
	model func() (*model, error)
	pool  sync.Pool // of *tagger
}

// New makes the stage with the names that set knows; nil is the built-in set.
// Own models take the place of the built-in ones of their languages.
func New(set *lexicon.Set, own ...*Model) *Stage {
	if set == nil {
		set = lexicon.Default()
	}
	s := &Stage{set: set}
	s.english.model, s.chinese.model = englishModel, chineseModel
	for _, m := range own {
		s.of(m.lang).model = func() (*model, error) { return m.model, nil }
	}
	return s
}

// of is the taggers of a language.
func (s *Stage) of(lang extract.Lang) *taggers {
	if lang.Chinese() {
		return &s.chinese
	}
	return &s.english
}

// Name implements the pipeline's stage.
func (*Stage) Name() string { return "name" }

// Apply appends the people, bodies and places of d to its mentions.
func (s *Stage) Apply(_ context.Context, d *extract.Doc) error {
	r := s.of(d.Lang)
	m, err := r.model()
	if err != nil {
		return err
	}
	t, _ := r.pool.Get().(*tagger)
	if t == nil {
		a, err := analyserOf(d.Lang, 0)
		if err != nil {
			return err
		}
		t = newTagger(m, a)
	}
	defer r.pool.Put(t)
	matches := s.set.Find(d.Read(), d.Lang)
	found := t.tag(d.Read(), matches)
	if d.Lang.Chinese() {
		found = compoundsZH(d.Read(), found, s.set)
	} else {
		found = compounds(d.Read(), sure(d.Read(), matches, envoys(d.Read(), found, s.set)))
	}
	found = addresses(d.Read(), brackets(d.Read(), found))
	d.Mentions = append(d.Mentions, mentions(d, s.set, found)...)
	return nil
}
