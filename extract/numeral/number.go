package numeral

import (
	"math"

	"github.com/shopspring/decimal"
)

// Number is an exact decimal, Mantissa × 10^Exp. A number that does not fit
// is not read as one: figures of nineteen significant digits do not occur in
// news, document numbers do.
type Number struct {
	Mantissa int64
	Exp      int32
}

// Decimal is the number as an exact decimal.
func (n Number) Decimal() decimal.Decimal { return decimal.New(n.Mantissa, n.Exp) }

// Int is the number as an integer; ok is false when it has a fraction or does
// not fit.
func (n Number) Int() (v int64, ok bool) {
	m, e := n.Mantissa, n.Exp
	for ; e < 0 && m%10 == 0; e++ {
		m /= 10
	}
	for ; e > 0; e-- {
		if m > math.MaxInt64/10 || m < math.MinInt64/10 {
			return 0, false
		}
		m *= 10
	}
	return m, e == 0
}

// Less reports whether n < o.
func (n Number) Less(o Number) bool {
	a, b, ok := align(n, o)
	if !ok {
		return n.Decimal().LessThan(o.Decimal())
	}
	return a < b
}

// IsZero reports whether the number is 0.
func (n Number) IsZero() bool { return n.Mantissa == 0 }

// Neg is the number with the other sign.
func (n Number) Neg() Number { return Number{-n.Mantissa, n.Exp} }

// Shift is the number × 10^by.
func (n Number) Shift(by int32) Number {
	if n.Mantissa == 0 {
		return Number{}
	}
	return Number{n.Mantissa, n.Exp + by}
}

// Plus is the sum; ok is false when it does not fit.
func (n Number) Plus(o Number) (sum Number, ok bool) {
	if o.Mantissa == 0 {
		return n, true
	}
	if n.Mantissa == 0 {
		return o, true
	}
	a, b, ok := align(n, o)
	if !ok || a > 0 && b > math.MaxInt64-a || a < 0 && b < math.MinInt64-a {
		return Number{}, false
	}
	return Number{a + b, min(n.Exp, o.Exp)}, true
}

// Times is the product; ok is false when it does not fit.
func (n Number) Times(o Number) (product Number, ok bool) {
	p := n.Mantissa * o.Mantissa
	if n.Mantissa != 0 && (p/n.Mantissa != o.Mantissa || n.Mantissa == -1 && o.Mantissa == math.MinInt64) {
		return Number{}, false
	}
	return Number{p, n.Exp + o.Exp}, true
}

// Over is the quotient: exact where it ends within nine decimals, and else
// rounded to three significant digits, as the labelling guide writes a third
// as 0.333. ok is false for division by zero.
func (n Number) Over(o Number) (quotient Number, ok bool) {
	if o.Mantissa == 0 {
		return Number{}, false
	}
	d := n.Decimal()
	q := d.DivRound(o.Decimal(), 9)
	if !q.Mul(o.Decimal()).Equal(d) {
		q = significant(d.DivRound(o.Decimal(), 18), 3)
	}
	return ofDecimal(q)
}

// ofDecimal is the number of a decimal; ok is false when it does not fit.
func ofDecimal(d decimal.Decimal) (n Number, ok bool) {
	c := d.Coefficient()
	if !c.IsInt64() {
		return Number{}, false
	}
	return Number{c.Int64(), d.Exponent()}, true
}

func significant(d decimal.Decimal, digits int) decimal.Decimal {
	return d.Round(int32(digits-d.NumDigits()) - d.Exponent())
}

// align gives both mantissas at the smaller exponent.
func align(n, o Number) (a, b int64, ok bool) {
	for n.Exp > o.Exp {
		if n.Mantissa > math.MaxInt64/10 || n.Mantissa < math.MinInt64/10 {
			return 0, 0, false
		}
		n = Number{n.Mantissa * 10, n.Exp - 1}
	}
	if o.Exp > n.Exp {
		b, a, ok = align(o, n)
		return a, b, ok
	}
	return n.Mantissa, o.Mantissa, true
}
