// Package clean turns a page as it was read into the text of its article, with
// title, publication date, source, author, site and language.
//
// [Stage] decides by the format of the document: clean text is taken
// unchanged, scraped text is sorted line by line into article and
// boilerplate, a page with markup goes through its element tree. Every line or
// block keeps the reason of its decision in Doc.Blocks.
package clean
