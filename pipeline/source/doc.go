// Package source reads articles from wherever they lie: files and folders,
// glob patterns, standard input, an embedded file system, archives.
//
// [Open] checks the inputs and fails at once on one that cannot be meant: a
// missing path, an empty folder. [Source.Items] then streams the articles in
// an order that depends on the inputs alone. What is wrong with a single file
// or record becomes an [Item] with an error; the ones after it go on.
//
// A reader hands a page over as it is stored, in [extract.Doc] Raw with its
// Format; the clean stage turns it into text.
package source
