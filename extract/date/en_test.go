package date

import (
	"context"
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
)

// find runs the stage on a marked case.
func find(d *extract.Doc) []extract.Mention {
	if err := (Stage{}).Apply(context.Background(), d); err != nil {
		panic(err)
	}
	return d.Mentions
}

// on, over, lasts, again and loosely make the wanted values of the cases.
func on(value string, mod ...string) extract.Value {
	return want(value, extract.DatePoint, mod)
}

func over(value string, mod ...string) extract.Value {
	return want(value, extract.DateInterval, mod)
}

func lasts(value string, mod ...string) extract.Value {
	return want(value, extract.DateDuration, mod)
}

func again(value string) extract.Value { return want(value, extract.DateFrequency, nil) }

func loosely(value string) extract.Value { return want(value, extract.DateVague, nil) }

func want(value string, kind extract.DateKind, mod []string) extract.Value {
	d := &extract.Date{Value: value, Kind: kind}
	d.First, d.Last, _ = Interval(value)
	if len(mod) > 0 {
		d.Mod = mod[0]
	}
	return d
}

func values(v ...extract.Value) []extract.Value { return v }

func TestEnglish(t *testing.T) {
	const pub = "2016-12-09"
	cases := []extracttest.Case{
		{Rule: "en/day", In: "The bureau met on ⟦November 24⟧ in Ningbo.", Want: values(on("2016-11-24"))},
		{Rule: "en/day", In: "The fair will be held on ⟦May 3⟧ in Wuhan.", Want: values(on("2017-05-03"))},
		{Rule: "en/day", In: "It was founded on ⟦3rd of June, 1998⟧ by two brothers.", Want: values(on("1998-06-03"))},
		{Rule: "en/day", In: "The rules take effect on ⟦Saturday, December 10⟧ at all ports.", Want: values(on("2016-12-10"))},
		{Rule: "en/day", In: "The visit on ⟦July 17⟧ and ⟦22⟧ drew crowds.", Want: values(on("2016-07-17"), on("2016-07-22"))},
		{Rule: "en/day", In: "A second talk on ⟦November 24⟧ was moved. It ended on the ⟦25th⟧, the host said.", Want: values(on("2016-11-24"), on("2016-11-25"))},
		{Rule: "en/day", In: "The office paid ⟦29 February 2016⟧ wages late.", Want: values(on("2016-02-29"))},
		{Rule: "en/day", In: "A form dated February 30, sold for $12, was refused at the 26th Expo."},
		{Rule: "en/month", In: "Exports grew in ⟦March 2015⟧ and again in ⟦May⟧.", Want: values(on("2015-03"), on("2015-05"))},
		{Rule: "en/month", In: "The plan came out in ⟦July of last year⟧ with little notice.", Want: values(on("2015-07"))},
		{Rule: "en/month", In: "Theresa May said firms may march in a protest march."},
		{Rule: "en/year", In: "Since ⟦2009⟧ the zone has had 2000 workers.", Want: values(on("2009"))},
		{Rule: "en/year", In: "Room 2015-88 holds 2010 chairs and 1,998 desks."},
		{Rule: "en/weekday", In: "The minister spoke on ⟦Wednesday⟧ in the capital.", Want: values(on("2016-12-07"))},
		{Rule: "en/weekday", In: "The bill is due ⟦next Tuesday⟧ at the latest.", Want: values(on("2016-12-13"))},
		{Rule: "en/weekday", In: "A letter to the Sunday Times was never printed."},
		{Rule: "en/today", In: "The index fell ⟦yesterday⟧ and may rise ⟦tomorrow⟧.", Want: values(on("2016-12-08"), on("2016-12-10"))},
		{Rule: "en/today", In: "The News Today network has offices here."},
		{Rule: "en/anaphora", In: "Sales beat the ⟦same period of 2014⟧.", Want: values(on("2014"))},
		{Rule: "en/numeric", In: "Watch 424.10.001/24.60 suits 7-9-12 year olds; GB 18030-2000, 1-2000 and 24/7 stay."},
		{Rule: "en/frequency", In: "The show airs at ⟦20:30-21:30 from Monday to Sunday⟧ here.", Want: values(again("R/P1D"))},
		{Rule: "en/period", In: "For the ⟦rest of the year⟧ it is shut.", Want: values(over("2016-12-09/2016-12-31"))},
		{Rule: "en/quarter", In: "In ⟦last year's third quarter⟧ and the ⟦second quarter of fiscal 2014⟧ it lost.", Want: values(on("2015-Q3"), on("2014-Q2"))},
		{Rule: "en/range", In: "In the ⟦fiscal year 2013-14⟧ it grew.", Want: values(over("2013/2014"))},
		{Rule: "en/relative", In: "Output rose ⟦last year⟧ and will grow ⟦next month⟧.", Want: values(on("2015"), on("2017-01"))},
		{Rule: "en/relative", In: "Work begins ⟦next week⟧ in the north.", Want: values(on("2016-W50"))},
		{Rule: "en/relative", In: "So he won at last, and next to him sat the mayor."},
		{Rule: "en/anaphora", In: "They signed on ⟦that day⟧ too.", Want: values(on("2016-12-09"))},
		{Rule: "en/anaphora", In: "The same firms that year-end rules hit agreed."},
		{Rule: "en/quarter", In: "Profit in the ⟦first quarter of 2015⟧ beat that of the ⟦second half of last year⟧.", Want: values(on("2015-Q1"), on("2015-H2"))},
		{Rule: "en/quarter", In: "⟦Q3 2016⟧ sales were flat.", Want: values(on("2016-Q3"))},
		{Rule: "en/quarter", In: "A quarter of the half-built homes stand empty."},
		{Rule: "en/season", In: "The harvest in ⟦autumn of 2014⟧ was poor.", Want: values(over("2014-09/2014-11"))},
		{Rule: "en/season", In: "Tourists fall for the Summer Palace and spring rolls."},
		{Rule: "en/period", In: "By the ⟦end of 2019⟧ it had left; it came in ⟦early July 2012⟧.", Want: values(on("2019", "END"), on("2012-07", "START"))},
		{Rule: "en/period", In: "In ⟦mid-August⟧ rain is common.", Want: values(on("2016-08", "MID"))},
		{Rule: "en/period", In: "The end of poverty is an early and middle aim."},
		{Rule: "en/decade", In: "In the ⟦1990s⟧ the mill closed.", Want: values(on("199X"))},
		{Rule: "en/decade", In: "The model 80s and the 737s were sold."},
		{Rule: "en/century", In: "Looms of the ⟦19th century⟧ still run.", Want: values(on("18XX"))},
		{Rule: "en/century", In: "The 19th floor of Century Plaza is let."},
		{Rule: "en/plan", In: "During the ⟦14th Five-Year Plan period⟧ support will double.", Want: values(over("2021/2025"))},
		{Rule: "en/plan", In: "Each five-star hotel has a plan."},
		{Rule: "en/holiday", In: "Shops shut for the ⟦Spring Festival of 2021⟧ as usual.", Want: values(on("2021-02-12"))},
		{Rule: "en/holiday", In: "Firms closed on ⟦Christmas Day 2015⟧ only.", Want: values(on("2015-12-25"))},
		{Rule: "en/holiday", In: "The festival of labour was a national event of the day."},
		{Rule: "en/numeric", In: "The page was updated at ⟦2020-07-26 05:03:17⟧ by the editor.", Want: values(on("2020-07-26T05:03"))},
		{Rule: "en/numeric", In: "It was signed on ⟦26.07.2015⟧ and filed on ⟦07/28/2015⟧ there.", Want: values(on("2015-07-26"), on("2015-07-28"))},
		{Rule: "en/numeric", In: "Call 010-5555-0199 or see section 13/40/2020 and 1/3 of item 2015-13-40."},
		{Rule: "en/clock", In: "The storm hit at ⟦5:00 p.m. local time on November 25⟧ inland.", Want: values(on("2016-11-25T17:00"))},
		{Rule: "en/clock", In: "Doors open ⟦tomorrow at 2:30 p.m.⟧ for guests.", Want: values(on("2016-12-10T14:30"))},
		{Rule: "en/clock", In: "Wake at ⟦06:30⟧ each time.", Want: values(on("T06:30"))},
		{Rule: "en/clock", In: "The yuan closed at 6.45 against the dollar, and the index stood at 50.25."},
		{Rule: "en/clock", In: "They won 3:2 by a ratio of 25:70 in section 5 pages."},
		{Rule: "en/part-of-day", In: "Rain fell on the ⟦evening of November 25⟧ here.", Want: values(on("2016-11-25"))},
		{Rule: "en/part-of-day", In: "The Morning Post and an evening gown cost little."},
		{Rule: "en/range", In: "The expo runs from ⟦June 21 to 23, 2015⟧ downtown.", Want: values(over("2015-06-21/2015-06-23"))},
		{Rule: "en/range", In: "In the ⟦first five months of this year⟧ orders rose.", Want: values(over("2016-01/2016-05"))},
		{Rule: "en/range", In: "Between ⟦November and March⟧ the port freezes.", Want: values(over("2016-11/2017-03"))},
		{Rule: "en/range", In: "Call between ⟦9 and 11:30 a.m.⟧ for help.", Want: values(over("T09:00/T11:30"))},
		{Rule: "en/range", In: "From 10 to 20 firms left, and pages 3-4 are blank."},
		{Rule: "en/duration", In: "The work took ⟦three years⟧ and ⟦2.5 hours⟧.", Want: values(lasts("P3Y"), lasts("PT2.5H"))},
		{Rule: "en/duration", In: "A loan for ⟦half a year⟧ is cheap.", Want: values(lasts("P6M"))},
		{Rule: "en/duration", In: "The 34-year-old owner is 34 years old and came second."},
		{Rule: "en/ago", In: "The rule was set ⟦three years ago⟧ here.", Want: values(on("2013"))},
		{Rule: "en/ago", In: "It closed ⟦two days before yesterday⟧ for good.", Want: values(on("2016-12-06"))},
		{Rule: "en/ago", In: "Two steps ago the two men fell, as before."},
		{Rule: "en/frequency", In: "Firms file ⟦every year⟧ and meet ⟦every two days⟧.", Want: values(again("R/P1Y"), again("R/P2D"))},
		{Rule: "en/frequency", In: "The China Daily counts every firm in daily life."},
		{Rule: "en/vague", In: "⟦Recently⟧ prices rose; ⟦at present⟧ they fall, and from ⟦recent years⟧ we learn.", Want: values(loosely("PAST_REF"), loosely("PRESENT_REF"), loosely("PAST_REF"))},
		{Rule: "en/vague", In: "Future growth and present members are past caring."},
	}
	for i := range cases {
		cases[i].Published = pub
	}
	extracttest.Run(t, extract.English, Rules(extract.English), find, cases)
}
