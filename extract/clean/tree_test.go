package clean_test

import (
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
)

func TestTextOfMarkup(t *testing.T) {
	const rest = "<p>The council lent three million pounds to small firms in the valley last year, it said.</p>"
	for in, want := range map[string]string{
		"<p>会议\n  指出，\n要支持企业，\nSME发展要提速。</p>":                                     "会议指出，要支持企业， SME发展要提速。",
		"<p>One\n two&nbsp;<b>th</b>ree,<br>and four.<br>Five came later on.</p>": "One two three, and four.\nFive came later on.",
		"<p>甲方公布数据。<br>　　乙方随后回应。</p>":                                             "甲方公布数据。\n乙方随后回应。",
		"<p>A<script>x</script><style>y</style><!-- z -->&amp;B say so.</p>":      "A&B say so.",
		"<p>H<sub>2</sub>O plants <a href=x>grew</a> fast.</p>":                   "H2O plants grew fast.",
	} {
		d := apply(t, extract.HTML, "<body><article>"+in+rest+rest+"</article></body>")
		var lines []string
		for _, b := range d.Blocks[:len(d.Blocks)-2] {
			lines = append(lines, b.Text)
		}
		if got := strings.Join(lines, "\n"); got != want {
			t.Errorf("%s gave %q, want %q", in, got, want)
		}
	}
}
