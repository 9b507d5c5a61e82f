package clean_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/clean"
)

func apply(t testing.TB, format extract.Format, body string) *extract.Doc {
	t.Helper()
	d := &extract.Doc{Raw: []byte(body), Format: format}
	_ = clean.Stage{}.Apply(context.Background(), d)
	return d
}

func TestDeeplyNestedMarkup(t *testing.T) {
	text := "The council lent 3 million pounds to small firms in the valley last year."
	for _, tag := range []string{"div", "span", "b", "table><tr><td", "blockquote", "font", "p", "a", "li"} {
		for _, n := range []int{1000, 100_000} {
			start := time.Now()
			d := apply(t, extract.HTML, "<html><body><p>"+text+"</p>"+strings.Repeat("<"+tag+">", n)+"<p>"+text+"</p></body></html>")
			took := time.Since(start)
			if !strings.Contains(d.Text, text) || took > 5*time.Second {
				t.Errorf("%d levels of <%s>: text %.80q after %v", n, tag, d.Text, took)
			}
		}
	}
}

// TestNoQuadraticPages cleans pages that are made of one thing many times over.
func TestNoQuadraticPages(t *testing.T) {
	const text = "The council lent 3 million pounds to small firms in the valley last year, and the firms repaid it. "
	for name, part := range map[string]string{
		"headings": "<h3>Related stories</h3>", "breaks": "<br>and on", "links": "<a href=x>link</a> ", "paragraphs": "<p>" + text + "</p>",
		"attributes": "<i class='ad nav share' id=x>", "comments": "<!-- x -->", "meta": "<meta name=date content=2024-05-06>", "cells": "<td>1<td>2<tr>",
		"unclosed": "<font size=2><p>word", "text": "word ", "one word": "word", "entities": "&amp;&#20013;", "scripts": "<script>{</script>",
	} {
		body := "<html><body><div><p>" + strings.Repeat(text, 5) + "</p>" + strings.Repeat(part, (1<<17)/len(part)) + "</div></body></html>"
		start := time.Now()
		apply(t, extract.HTML, body)
		apply(t, extract.Scraped, strings.ReplaceAll(body, "<", "\n<"))
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("128 KB of %s took %v", name, took)
		}
	}
}
