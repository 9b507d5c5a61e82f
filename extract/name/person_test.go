package name

import (
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
)

// TestRoles gives one person, and a body where there is one, and expects the role and body.
func TestRoles(t *testing.T) {
	for _, c := range []struct {
		lang                     extract.Lang
		in, person, organisation string
		role, body               string
	}{
		{extract.English, "On Monday vice minister Lin Mo spoke.", "Lin Mo", "", "vice minister", ""},
		{extract.English, "The Vice Minister of Trade and Small Firms Lin Mo spoke.", "Lin Mo", "", "Vice Minister of Trade and Small Firms", ""},
		{extract.English, "Lin Mo, deputy director of the Lund Bureau, spoke.", "Lin Mo", "Lund Bureau", "deputy director", "Lund Bureau"},
		{extract.English, "He thought of Lin Mo.", "Lin Mo", "", "", ""},
		{extract.English, "Because of the vote, Lin Mo left.", "Lin Mo", "", "", ""},
		{extract.Simplified, "隆德局副局长林默说。", "林默", "隆德局", "副局长", "隆德局"},
		{extract.Simplified, "天气很好，林默走了。", "林默", "", "", ""},
	} {
		d := &extract.Doc{Lang: c.lang, Text: c.in}
		var ms []extract.Mention
		add := func(s string, v extract.Value) {
			if at := strings.Index(c.in, s); s != "" && at >= 0 {
				ms = append(ms, extract.Mention{Span: extract.Span{Start: at, End: at + len(s)}, Value: v})
			}
		}
		add(c.person, &extract.Person{})
		add(c.organisation, &extract.Body{})
		people(d, ms)
		if p := ms[0].Value.(*extract.Person); p.Role != c.role || p.Body != c.body {
			t.Errorf("%s\nrole %q in %q, want %q in %q", c.in, p.Role, p.Body, c.role, c.body)
		}
	}
}
