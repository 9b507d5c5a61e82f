package date

import (
	"strings"

	"github.com/smelt-ie/smelt/extract/numeral"
)

// class is what a token means to the grammars.
type class uint8

const (
	other       class = iota // a word that means nothing here
	punct                    // one sign; n is its byte
	number                   // digits or number words
	monthName                // n 1-12
	dayName                  // n 1 Monday to 7 Sunday
	unitName                 // n a unit
	relWord                  // this, last, next; n the offset
	thatWord                 // that, same: leans on the text
	nearWord                 // recent, 近
	dayWord                  // today, 昨天; n the offset in days from the publication date
	thatDay                  // 当天, 次日; n the offset from the day named last
	yearWord                 // 今年; n
	thatYear                 // 当年; n
	monthWord                // 本月; n
	thatMonth                // 当月; n
	weekWord                 // 上周; n
	quarterWord              // 本季度; n
	partWord                 // morning, 上午; n 0 morning, 1 afternoon or evening, 2 night, 3 noon, 4 small hours
	seasonWord               // n 1 spring to 4 winter
	edgeWord                 // early, end, 初; n 1 start, 2 mid, 3 end
	halfWord                 // 上半年 1, 下半年 2; half
	someWord                 // several, 几, 数: a count that is not told; n 1 for "a"
	everyWord                // every, 每
	setWord                  // daily; value in the lexicon
	vagueWord                // recently, 目前; value in the lexicon
	sameWord                 // same period, 同期
	feast                    // a holiday
	clockWord                // noon, midnight; n the hour
	willWord                 // points to the future
	wasWord                  // points to the past
	eraWord                  // 康熙; n the year before its first
	planWord                 // Five-Year Plan, 十四五; n
	centuryWord              // 世纪
	sinceWord                // 以来
	toWord                   // 至, 到, a dash
	lunarWord                // 农历, 正月; n the month
	halfLength               // 半年; value its length
	allWord                  // 全年
	preWord                  // 近, 过去, 未来: before a length; n the direction
	guardWord                // a longer word that hides a date word: 日前往
)

var classNames = map[string]class{
	"month": monthName, "weekday": dayName, "unit": unitName, "rel": relWord, "that": thatWord, "near": nearWord,
	"day": dayWord, "thatday": thatDay, "year": yearWord, "thatyear": thatYear, "month-of": monthWord,
	"thatmonth": thatMonth, "week": weekWord, "quarter": quarterWord, "part": partWord, "season": seasonWord,
	"edge": edgeWord, "half": halfWord, "some": someWord, "every": everyWord, "set": setWord, "vague": vagueWord,
	"same": sameWord, "clock": clockWord, "will": willWord, "was": wasWord, "era": eraWord, "plan": planWord,
	"century": centuryWord, "since": sinceWord, "guard": guardWord, "to": toWord, "lunar": lunarWord, "all": allWord, "halflen": halfLength, "pre": preWord, "number": number,
}

// token is one unit of text that a grammar looks at.
type token struct {
	start, end int
	class      class
	n          int            // the number, or what the lexicon says
	num        numeral.Number // of a number token, when it is no plain integer
	flags      tokenFlags
	entry      *entry // of a word of the lexicon that carries a value
}

type tokenFlags uint16

const (
	ordinal  tokenFlags = 1 << iota // 25th, first
	plural                          // Mondays, 1990s, weeks
	capital                         // begins with a capital letter
	digital                         // written with ASCII digits only
	fraction                        // 2.5
	grouped                         // 1,700
	more                            // 十几, 30余
	vagueNum                        // 几十: no number
	twin                            // 七八: two neighbouring numbers; n and n+1
	head                            // may begin a phrase of the lexicon
	spaced                          // white space stands before it
)

func (t *token) has(f tokenFlags) bool { return t.flags&f != 0 }

// entry is what the lexicon says of a word or phrase.
type entry struct {
	class  class
	n      int
	value  string // of set and vague words
	feast  *holiday
	plural bool
}

// plainTSV yields the lines of a data file, without comments, split at tabs.
func plainTSV(data string, line func(cols []string)) {
	for l := range strings.Lines(data) {
		l = strings.TrimRight(l, "\r\n")
		if l == "" || l[0] == '#' {
			continue
		}
		line(strings.Split(l, "\t"))
	}
}
