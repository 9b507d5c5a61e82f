package date

import (
	"testing"

	"github.com/smelt-ie/smelt/extract"
	"github.com/smelt-ie/smelt/extract/extracttest"
)

func TestChinese(t *testing.T) {
	const pub = "2023-07-26"
	cases := []extracttest.Case{
		{Rule: "zh/day", In: "会议定于⟦2023年4月21日⟧召开。", Want: values(on("2023-04-21"))},
		{Rule: "zh/day", In: "该局⟦四月二十一日⟧发文。", Want: values(on("2023-04-21"))},
		{Rule: "zh/day", In: "论坛将于⟦12月5日⟧开幕。", Want: values(on("2023-12-05"))},
		{Rule: "zh/day", In: "⟦2020年2月29日⟧开业的门店。", Want: values(on("2020-02-29"))},
		{Rule: "zh/day", In: "编号13月40日无效，2月30日也无效，3号楼在第24日刊。"},
		{Rule: "zh/month", In: "公司在⟦二〇二三年五月⟧注册。", Want: values(on("2023-05"))},
		{Rule: "zh/month", In: "月薪第13月发放，登上月球。"},
		{Rule: "zh/year", In: "自⟦2016年⟧以来出口翻番。", Want: values(on("2016"))},
		{Rule: "zh/year", In: "他⟦08年⟧就离开了。", Want: values(on("2008"))},
		{Rule: "zh/year", In: "⟦公元97年⟧，使者西行。", Want: values(on("0097"))},
		{Rule: "zh/year", In: "公元前221年统一度量衡，公元前3世纪已有作坊。"},
		{Rule: "zh/year", In: "共有2016家企业，年龄偏大。"},
		{Rule: "zh/weekday", In: "部长在⟦上周五⟧致辞。", Want: values(on("2023-07-21"))},
		{Rule: "zh/weekday", In: "周期一长，周边一带受益。"},
		{Rule: "zh/today", In: "记者⟦昨天⟧到访，⟦后天⟧离开。", Want: values(on("2023-07-25"), on("2023-07-28"))},
		{Rule: "zh/today", In: "《光明日报》与今日头条合作，后天性因素除外。"},
		{Rule: "zh/today", In: "中方愿同日方磋商，同日本企业合作，项目前期已毕。"},
		{Rule: "zh/vague", In: "⟦近日⟧本报记者走访了乡镇。", Want: values(loosely("PAST_REF"))},
		{Rule: "zh/year", In: "⟦2013年⟧中华老字号评选启动。", Want: values(on("2013"))},
		{Rule: "zh/period", In: "企业应在 ⟦2022 年初⟧报税，⟦今年底⟧清缴。", Want: values(on("2022", "START"), on("2023", "END"))},
		{Rule: "zh/anaphora", In: "产值高于⟦去年同期⟧水平。", Want: values(on("2022"))},
		{Rule: "zh/clock", In: "班车⟦晚上12时⟧停运。", Want: values(on("T24:00"))},
		{Rule: "zh/frequency", In: "商会⟦每年7月最后一个星期日⟧集会，⟦每周⟧一次例会。", Want: values(again("R/P1Y"), again("R/P1W"))},
		{Rule: "zh/relative", In: "产量较⟦去年⟧增长，⟦下个月⟧公布。", Want: values(on("2022"), on("2023-08"))},
		{Rule: "zh/relative", In: "成本周期较长，来自日本周边。"},
		{Rule: "zh/anaphora", In: "公司⟦当天⟧发布声明。", Want: values(on("2023-07-26"))},
		{Rule: "zh/anaphora", In: "他相当年轻，担当大任。"},
		{Rule: "zh/quarter", In: "⟦2022年第一季度⟧税收回升。", Want: values(on("2022-Q1"))},
		{Rule: "zh/quarter", In: "⟦上半年⟧用工企稳。", Want: values(on("2023-H1"))},
		{Rule: "zh/quarter", In: "季军将出席第三届季后赛上半场。"},
		{Rule: "zh/season", In: "⟦2021年秋⟧启动试点。", Want: values(over("2021-09/2021-11"))},
		{Rule: "zh/season", In: "夏先生来自秋千之乡，春运繁忙。"},
		{Rule: "zh/period", In: "工程于⟦2019年底⟧完工，预计⟦2023年8月上旬⟧验收。", Want: values(on("2019", "END"), on("2023-08", "START"))},
		{Rule: "zh/period", In: "初级产品的底层技术尚在中期票据之外。"},
		{Rule: "zh/decade", In: "⟦上世纪80年代⟧兴办的乡镇企业。", Want: values(on("198X"))},
		{Rule: "zh/decade", In: "这是80后的时代。"},
		{Rule: "zh/century", In: "迈入⟦21世纪⟧的工厂。", Want: values(on("20XX"))},
		{Rule: "zh/century", In: "世纪大道21号。"},
		{Rule: "zh/plan", In: "⟦“十四五”期间⟧将新建园区。", Want: values(over("2021/2025"))},
		{Rule: "zh/plan", In: "第十五中学有十五个班。"},
		{Rule: "zh/holiday", In: "⟦2024年春节⟧前发放补贴。", Want: values(on("2024-02-10", "BEFORE"))},
		{Rule: "zh/holiday", In: "⟦2023年中秋节⟧供应充足。", Want: values(on("2023-09-29"))},
		{Rule: "zh/holiday", In: "青年节目主持人节约用电。"},
		{Rule: "zh/numeric", In: "发布时间：⟦2020-07-26 05:03:17⟧，点击查看。", Want: values(on("2020-07-26T05:03"))},
		{Rule: "zh/numeric", In: "电话010-5555-0199，货号2015-13-40。"},
		{Rule: "zh/clock", In: "截至⟦26日8时34分⟧，险情解除。", Want: values(on("2023-07-26T08:34"))},
		{Rule: "zh/clock", In: "会议⟦下午三点半⟧开始。", Want: values(on("T15:30"))},
		{Rule: "zh/clock", In: "电流等于零时读数为0，船只同时下水。"},
		{Rule: "zh/clock", In: "他提出3点建议，比分2比1，名震一时。"},
		{Rule: "zh/part-of-day", In: "⟦7月25日晚⟧举行演出。", Want: values(on("2023-07-25"))},
		{Rule: "zh/part-of-day", In: "联欢晚会的早餐和夜市很热闹。"},
		{Rule: "zh/range", In: "⟦今年前5个月⟧，新增企业增长。", Want: values(over("2023-01/2023-05"))},
		{Rule: "zh/range", In: "⟦2022年1-5月⟧利润下降。", Want: values(over("2022-01/2022-05"))},
		{Rule: "zh/range", In: "从⟦1月到6月⟧持续增长。", Want: values(over("2023-01/2023-06"))},
		{Rule: "zh/range", In: "通报⟦7月25日0—24时⟧新增情况。", Want: values(over("2023-07-25T00:00/2023-07-25T24:00"))},
		{Rule: "zh/range", In: "第1-5名和3-4家企业。"},
		{Rule: "zh/since", In: "⟦今年以来⟧投资回升，⟦4月以来⟧更快。", Want: values(over("2023-01-01/2023-07-26"), over("2023-04-01/2023-07-26"))},
		{Rule: "zh/since", In: "来自各地以来料加工为主的企业。"},
		{Rule: "zh/duration", In: "试点为期⟦三年⟧，培训⟦2.5小时⟧。", Want: values(lasts("P3Y"), lasts("PT2.5H"))},
		{Rule: "zh/duration", In: "贷款⟦半年⟧到期。", Want: values(lasts("P6M"))},
		{Rule: "zh/duration", In: "三年级学生在第3天桥上。"},
		{Rule: "zh/ago", In: "政策⟦三年前⟧出台。", Want: values(on("2020"))},
		{Rule: "zh/ago", In: "三家前置仓。"},
		{Rule: "zh/frequency", In: "企业⟦每年⟧申报，⟦每两个月⟧检查。", Want: values(again("R/P1Y"), again("R/P2M"))},
		{Rule: "zh/frequency", In: "每家企业、每人补贴。"},
		{Rule: "zh/vague", In: "⟦近年来⟧投入加大，⟦目前⟧已见效。", Want: values(loosely("PAST_REF"), loosely("PRESENT_REF"))},
		{Rule: "zh/vague", In: "项目前景广阔，体现在各栏目前列。"},
		{Rule: "zh/lunar", In: "庙会在⟦2023年正月初一⟧举行。", Want: values(on("2023-01-22"))},
		{Rule: "zh/lunar", In: "农历知识讲座。"},
	}
	for i := range cases {
		cases[i].Published = pub
	}
	extracttest.Run(t, extract.Simplified, Rules(extract.Simplified), find, cases)
}
