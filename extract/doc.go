// Package extract is the data model of smelt: a document, the spans and
// mentions found in it, and the one place where overlaps are settled.
//
// A [Doc] travels through the stages (clean, sentence, date, figure, name,
// link, speech, fact); each stage fills in one part of it. Read [Doc] first,
// then [Mention] and [Resolve]. The package does no I/O.
package extract

// Doc is one article on its way from page to tables.
//
// Text is set once, by the clean stage, and never edited afterwards: every
// span of the document is a byte range of it.
type Doc struct {
	ID         string // article id, made from URL and content
	RecordID   string // id that the input record carried, if any
	URL        string
	Site       string // host or portal that published the page
	Source     string // "Source: …" line of the page: who wrote it first
	SourcePath string // file (and member or line) that the article was read from
	Author     string
	Title      string
	Lang       Lang

	Published     Day           // zero when unknown; anchors relative dates
	PublishedFrom PublishedFrom // where Published was found

	Raw    []byte // the page as it was read; nil once Text is set
	Format Format // what Raw holds

	Text             string
	Reading          string  // see Doc.Read; empty when it equals Text
	Blocks           []Block // the decisions of the clean stage, in page order
	BoilerplateChars int     // code points of the page that clean left out
	Warnings         []string

	Sentences []Span
	Mentions  []Mention
	Quotes    []Quote
	Facts     []Fact
	Entities  []Entity // what the mentions were linked to, each once, in order of first mention
}

// Read is the text as the extractors read it: Text itself, or for Traditional
// Chinese its Simplified reading, which has the same length byte for byte, so
// that spans found in one hold in the other. Attributes are sliced from Text.
func (d *Doc) Read() string {
	if d.Reading != "" {
		return d.Reading
	}
	return d.Text
}

// Format says what Doc.Raw holds.
type Format string

// The formats a source hands over.
const (
	HTML    Format = "html"    // a page with markup, in any encoding
	Scraped Format = "scraped" // text scraped off a page, boilerplate included
	Clean   Format = "clean"   // clean text, taken unchanged so that offsets refer to it
)

// PublishedFrom says where a publication date was found.
type PublishedFrom string

// The places a publication date comes from, best first. None leaves Doc.Published zero.
const (
	PublishedGiven PublishedFrom = "given" // the input record carried it
	PublishedMeta  PublishedFrom = "meta"  // page metadata or JSON-LD
	PublishedPage  PublishedFrom = "page"  // a date line visible on the page
	PublishedURL   PublishedFrom = "url"
	PublishedText  PublishedFrom = "text" // the running text of the article
	PublishedNone  PublishedFrom = "none"
)

// Block is one stretch of the page with what the clean stage decided on it.
type Block struct {
	Text   string
	Kept   bool
	Reason string // name of the decision, as `smelt show --clean` prints it
}

// Span is a half-open range of byte offsets into Doc.Text.
type Span struct{ Start, End int }

// Len is the length of the span in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Overlaps reports whether the two spans share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// In slices the text the span points into.
func (s Span) In(text string) string { return text[s.Start:s.End] }

// Quote is one thing said: by whom, how, and the words.
type Quote struct {
	Span              // the words said, without quotation marks
	Sentence   int    // index into Doc.Sentences of the sentence that the quote starts in
	Speaker    int    // index into Doc.Mentions of the speaker; -1 when only described
	Verb       string // the reporting verb as written: "said", 指出
	Direct     bool   // between quotation marks or as the answer of a transcript
	Rule       string
	Confidence float64
}

// Fact is one relation between two things that the text states.
type Fact struct {
	Span               // the stretch that states it
	Relation    string // holds_position, attended, held_on, located_in, part_of, established, alias, ...
	Subject     string // as written
	SubjectID   string // entity id, where the subject is an entity
	Object      string // as written
	ObjectID    string // entity id, where the object is an entity
	First, Last Day    // when it holds; zero when the text does not say
	Rule        string
	Confidence  float64
}

// Entity is one person, body or place of the world that mentions refer to.
type Entity struct {
	ID      string // stable across runs: place/CN-130900, body/miit, person/xu-xiaolan
	Label   Label
	Kind    string // as Body.Kind or Place.Kind
	Name    string // best name, in the language of the article
	NameEN  string
	NameZH  string
	Aliases []string // other names seen or known, sorted
}
