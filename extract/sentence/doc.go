// Package sentence finds where sentences begin and end, in English, in Chinese
// and in texts that mix the two.
//
// One scanner walks the text once. A line break always ends a sentence; a full
// stop ends one unless it belongs to an abbreviation, a number, a list marker
// or a name; brackets and titles stay whole; closing quotation marks and
// brackets belong to the sentence they close. [Split] is the whole interface;
// [Stage] applies it to a document.
package sentence
