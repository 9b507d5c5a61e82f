package date

import (
	"net/url"
	"strings"

	"github.com/smelt-ie/smelt/extract"
)

// order says which of the two numbers of 03/04/2020 is the month at the place
// that published an article.
type order uint8

const (
	unknownOrder order = iota
	monthFirst
	dayFirst
)

// monthFirstDomains and dayFirstDomains are the top-level domains of countries
// by the order of their written dates (CLDR short date patterns).
const (
	monthFirstDomains = " us gov mil ph "
	dayFirstDomains   = " uk ie au nz in pk bd lk sg my hk mo th id vn fr de at ch it es pt nl be dk no fi gr tr pl cz ro bg ru ua br ar mx cl co pe za ng ke eg ma il ae sa eu int "
)

// orderOf is the order that the site of the article writes.
func orderOf(d *extract.Doc) order {
	host := d.Site
	if u, err := url.Parse(d.URL); err == nil && u.Host != "" {
		host = u.Hostname()
	}
	tld := " " + strings.ToLower(host[strings.LastIndexByte(host, '.')+1:]) + " "
	switch {
	case !strings.Contains(host, "."):
		return unknownOrder
	case strings.Contains(monthFirstDomains, tld):
		return monthFirst
	case strings.Contains(dayFirstDomains, tld):
		return dayFirst
	}
	return unknownOrder
}

// settle turns day and month of an expression in digits into the order of the
// site. It lowers the confidence where the site does not tell.
func settle(e *expr, o order) {
	if !e.from.twisted && !e.to.twisted {
		return
	}
	for _, w := range [...]*when{&e.from, &e.to} {
		if w.twisted && o == dayFirst {
			w.month, w.day = w.day, w.month
		}
	}
	if o == unknownOrder {
		e.confidence = 0.5
	}
}
