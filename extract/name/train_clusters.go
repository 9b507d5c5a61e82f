package name

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/smelt-ie/smelt/extract/packed"
)

// classesOf are the numbers of classes of the levels, from the finest.
var classesOf = [len(cluster{})]int{1024, 256, 64}

// errNoVectors is returned for a file without any word.
var errNoVectors = errors.New("no word with its numbers")

// PackClusters makes the file of word classes from word vectors in the text
// form of word2vec and GloVe: a word and its numbers a line, at times with
// two counts as the first line. The classes are those of spherical k-means
// (Dhillon and Modha 2001); the coarser ones class the centres of the finer
// ones. The same vectors give the same bytes.
func PackClusters(vectors io.Reader, h packed.Header) ([]byte, error) {
	words, points, err := readVectors(vectors)
	if err != nil {
		return nil, err
	}
	classes, centres := kMeans(points, classesOf[0])
	second, centres2 := kMeans(centres, classesOf[1])
	third, _ := kMeans(centres2, classesOf[2])

	out := binary.AppendUvarint(nil, uint64(len(centres)))
	for i := range centres {
		out = binary.AppendUvarint(out, uint64(second[i])+1)
		out = binary.AppendUvarint(out, uint64(third[second[i]])+1)
	}
	rows := map[feature]int{}
	for i, w := range words {
		k := packed.Key(hash(w))
		if _, taken := rows[k]; !taken {
			rows[k] = classes[i]
		}
	}
	list := slices.Sorted(maps.Keys(rows))
	out = packed.PutFeatures(out, list)
	for _, f := range list {
		out = binary.AppendUvarint(out, uint64(rows[f]))
	}
	return packed.Pack(h, out)
}

// readVectors reads the words and their vectors, each made one long.
func readVectors(r io.Reader) (words []string, points [][]float32, err error) {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) <= 2 { // the counts, or a word that is a blank
			continue
		}
		p := make([]float32, len(fields)-1)
		for i, f := range fields[1:] {
			x, err := strconv.ParseFloat(f, 32)
			if err != nil {
				return nil, nil, fmt.Errorf("line %d: %q is not a number", n, f)
			}
			p[i] = float32(x)
		}
		if len(points) > 0 && len(points[0]) != len(p) {
			return nil, nil, fmt.Errorf("line %d: %d numbers, %d before", n, len(p), len(points[0]))
		}
		if normalise(p) {
			words, points = append(words, fields[0]), append(points, p)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, nil, fmt.Errorf("read word vectors: %w", err)
	}
	if len(words) == 0 {
		return nil, nil, errNoVectors
	}
	return words, points, nil
}

// normalise makes a vector one long; false if it has no length.
func normalise(p []float32) bool {
	sum := dot(p, p)
	if sum == 0 {
		return false
	}
	by := float32(1 / math.Sqrt(float64(sum)))
	for i := range p {
		p[i] *= by
	}
	return true
}

func dot(a, b []float32) (sum float32) {
	b = b[:len(a)]
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}

// kMeansRounds suffice for nearly all points to stay where they are.
const kMeansRounds = 15

// kMeans parts points of length one into k classes, or fewer where there are
// no more points, and returns the class of each and the centres.
func kMeans(points [][]float32, k int) (classes []int, centres [][]float32) {
	k = min(k, len(points))
	rng := rand.New(rand.NewPCG(uint64(k), 21))
	for _, i := range rng.Perm(len(points))[:k] {
		centres = append(centres, slices.Clone(points[i]))
	}
	classes = make([]int, len(points))
	for range kMeansRounds {
		assign(points, centres, classes)
		sums := make([][]float32, k)
		for c := range sums {
			sums[c] = make([]float32, len(points[0]))
		}
		for i, p := range points {
			for d, x := range p {
				sums[classes[i]][d] += x
			}
		}
		for c, sum := range sums {
			if normalise(sum) {
				centres[c] = sum
			}
		}
	}
	assign(points, centres, classes)
	return classes, centres
}

// assign finds the nearest centre of each point.
func assign(points, centres [][]float32, classes []int) {
	const share = 1 << 12
	var wait sync.WaitGroup
	for from := 0; from < len(points); from += share {
		to := min(from+share, len(points))
		wait.Go(func() {
			for i := from; i < to; i++ {
				top := float32(math.Inf(-1))
				for c, centre := range centres {
					if d := dot(points[i], centre); d > top {
						top, classes[i] = d, c
					}
				}
			}
		})
	}
	wait.Wait()
}
