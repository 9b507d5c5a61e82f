package clean_test

import (
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
)

// scrapedPages are the test pages as a scraper leaves them: every block a
// line, menus and footers included.
func scrapedPages(b *testing.B) (pages []string, size int64) {
	list, bodies := testPages(b)
	for _, p := range list {
		d := apply(b, extract.HTML, string(bodies[p.Name]))
		var lines []string
		for _, block := range d.Blocks {
			lines = append(lines, block.Text)
			if block.Kept { // real articles are longer
				twice := block.Text + " " + block.Text
				lines = append(lines, twice, twice, twice+" "+twice)
			}
		}
		pages = append(pages, strings.Join(lines, "\n\n"))
		size += int64(len(pages[len(pages)-1]))
	}
	return pages, size
}

func BenchmarkScraped(b *testing.B) {
	pages, size := scrapedPages(b)
	b.SetBytes(size)
	for b.Loop() {
		for _, p := range pages {
			apply(b, extract.Scraped, p)
		}
	}
}

// The two benchmarks below read the same pages: compare them in one run.

func BenchmarkPeerPages(b *testing.B)            { benchmarkPeers(b, ours) }
func BenchmarkPeerPagesTrafilatura(b *testing.B) { benchmarkPeers(b, theirs) }
func benchmarkPeers(b *testing.B, read func(peerPage) string) {
	pages := loadPeers(b)
	size := 0
	for _, p := range pages {
		size += len(p.HTML)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, p := range pages {
			read(p)
		}
	}
}
