// Package pipeline takes articles from their source through the stages of
// extraction into tables.
//
// Read [Stage] first, then [Stages] for the way of an article, [Process] for
// how many of them travel at once, and [Run] for a whole run with its ledger
// and its tables.
package pipeline
