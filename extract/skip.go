package extract

// Skip is the error of an article that is passed over on purpose: empty,
// another language, a duplicate. It becomes a row with status "skipped" and
// this reason; it is no failure.
type Skip struct{ Reason string }

func (s *Skip) Error() string { return "skipped: " + s.Reason }
