// Package numeral reads the numeral that stands at a position of a text:
// English digits and number words with their scales (1,700, 3.5 million,
// twenty-five, two thirds) and Chinese numerals of every style (一千七百, 两千三,
// 二〇二三, 十几, 1亿2000万, 3.5万亿, full-width digits).
//
// It reads the number and nothing else: which unit follows, and whether the
// number is a quantity at all, is for the caller to say. Values are exact.
// Reading is linear in the length of the numeral and does not allocate.
package numeral
