package name

import (
	"math"
	"testing"
)

func TestExp(t *testing.T) {
	for x := float32(0); x > least; x -= 0.0037 {
		want := math.Exp(float64(x))
		if got := float64(exp(x)); math.Abs(got-want) > 3e-6*want {
			t.Fatalf("exp(%v) is %v, want %v", x, got, want)
		}
	}
}
