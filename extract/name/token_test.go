package name

import (
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
)

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"China's Xi'an and Xi’an’s U.S. firms": "China|'s|Xi'an|and|Xi’an|’s|U.S.|firms",
		"The U.S. said. He met Mr. X. Then":    "The|U.S.|said|.|He|met|Mr|.|X|.|Then",
		"rose 7.5% to 1,234.5, in Sino-German": "rose|7.5|%|to|1,234.5|,|in|Sino|-|German",
		"“O'Brien” (MIIT)":                     "“|O'Brien|”|(|MIIT|)",
		"made in p.r.c. by D.C. men 北京 ok":     "made|in|p.r.c.|by|D.C.|men|北|京|ok",
		"workers' party, Washington D.C.":      "workers|'|party|,|Washington|D.C.",
	} {
		var got []string
		for _, s := range words(in, extract.Span{Start: 0, End: len(in)}, nil) {
			got = append(got, s.In(in))
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%q\n got %s\nwant %s", in, g, want)
		}
	}
}
