package figure_test

import (
	"context"
	"strings"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/figure"
)

const ownUnits = `unit,kind,code,factor,base,en,zh,signs
pallet,count,,1,pallet,pallet|pallets,托盘|个托盘,plt
`

func TestOwnUnits(t *testing.T) {
	units, err := figure.DefaultUnits().With(strings.NewReader(ownUnits))
	if err != nil {
		t.Fatal(err)
	}
	for text, lang := range map[string]extract.Lang{"We moved 40 pallets by rail.": extract.English, "共运出40个托盘。": extract.Simplified} {
		d := &extract.Doc{Lang: lang, Text: text}
		if err := (figure.Stage{Units: units}).Apply(context.Background(), d); err != nil {
			t.Fatal(err)
		}
		if len(d.Mentions) != 1 || d.Mentions[0].Value.(*extract.Figure).Unit != "pallet" {
			t.Errorf("%s: found %+v, want one figure in pallets", text, d.Mentions)
		}
	}
	if figure.DefaultUnits().Named("pallet") != nil {
		t.Error("the shipped table took over a user's unit")
	}
}

func TestBrokenUnitsAreRefused(t *testing.T) {
	for _, in := range []string{"", "unit,kind\n", "unit,kind,code,factor,base,en,zh,signs\n,length,,1,m,x,,\n", "unit,kind,code,factor,base,en,zh,signs\nx,length,,ten,m,x,,\n"} {
		if _, err := figure.DefaultUnits().With(strings.NewReader(in)); err == nil {
			t.Errorf("a table of %q gave no error", in)
		}
	}
}

// TestUnitTable holds what the shipped table promises of its entries.
func TestUnitTable(t *testing.T) {
	for name, code := range map[string]string{"CNY": "CNY", "USD": "USD", "km": "km", "hectare": "har", "celsius": "Cel", "kWh": "kW.h"} {
		u := figure.DefaultUnits().Named(name)
		if u == nil || u.Code != code {
			t.Errorf("unit %s is %+v, want code %s", name, u, code)
		}
	}
	if mu := figure.DefaultUnits().Named("mu"); mu == nil || mu.Base != "m2" || mu.Factor.StringFixed(1) != "666.7" {
		t.Errorf("mu is %+v, want 666.7 m2", mu)
	}
}
