package numeral

// sign is what one character means within a Chinese numeral.
type sign uint8

const (
	noSign sign = iota
	hanDigit
	hanZero
	hanTen   // 十百千, and 廿卅 with their own tens
	hanScale // 万亿兆
	hanMore  // 余多来
	hanSome  // 几数
	hanPoint // 点
	hanHalf  // 半
	hanTens  // 廿卅卌
)

// hanSign classifies one character; v is its value, or its power of ten.
func hanSign(c rune) (k sign, v int32) {
	switch c {
	case '一', '壹':
		return hanDigit, 1
	case '二', '两', '贰', '俩', '兩':
		return hanDigit, 2
	case '三', '叁', '仨':
		return hanDigit, 3
	case '四', '肆':
		return hanDigit, 4
	case '五', '伍':
		return hanDigit, 5
	case '六', '陆':
		return hanDigit, 6
	case '七', '柒':
		return hanDigit, 7
	case '八', '捌':
		return hanDigit, 8
	case '九', '玖':
		return hanDigit, 9
	case '零', '〇', '○':
		return hanZero, 0
	case '十', '拾':
		return hanTen, 1
	case '百', '佰':
		return hanTen, 2
	case '千', '仟':
		return hanTen, 3
	case '万', '萬':
		return hanScale, 4
	case '亿', '億':
		return hanScale, 8
	case '兆':
		return hanScale, 12
	case '余', '多', '来', '餘', '來':
		return hanMore, 0
	case '几', '数', '幾', '數':
		return hanSome, 0
	case '点', '點':
		return hanPoint, 0
	case '半':
		return hanHalf, 0
	case '廿':
		return hanTens, 20
	case '卅':
		return hanTens, 30
	case '卌':
		return hanTens, 40
	}
	return noSign, 0
}
