// Package sink keeps the tables: it writes the rows of a run into Parquet
// files and makes them visible all at once. It alone imports parquet-go.
//
//	OUT/<table>/run=<run>/part-NNNNN.parquet   the rows
//	OUT/_runs/<run>.json                       the manifest of a run that is complete
//	OUT/_runs/<run>.ledger.jsonl               the articles that the run has seen
//	OUT/_staging/<run>/                        a run at work
//
// A run writes under _staging. Commit syncs the files, then writes the manifest
// there: from that moment the run counts. Its files are renamed into place, the
// manifest last. Open finishes the renames of a run whose manifest is there and
// removes one whose manifest is not, so a run killed at any moment leaves either
// all of its rows or none.
package sink
