// Package figure finds the quantities of a text and reads them: amounts of
// money, counts, percentages, measures, fractions, multiples and ages, with
// their unit, comparison, change and item, as corpus/labelling.md defines them.
//
// A hand-written scanner walks the text once and stops at what can begin a
// quantity: a digit, a number word, a Chinese numeral. What stands there is
// read by a small grammar (extract/numeral, then unit or noun phrase), and a
// guard per kind of look-alike leaves dates, ordinals, labels, scores, clock
// times and names alone. [Stage] appends the mentions; [Period] fills in, once
// the dates are resolved, when each figure holds.
package figure
