import ExamModel
import ExamTerminal
import Sitting
import Testing

struct AnsweringScreenTests {
    private static let events: [SittingEvent] = [
        .answered("i1", ["1"]), .answered("i2", ["3"]), .flagged("i33"), .answered("i63", ["1", "3"]), .flagged("i63"),
    ]

    @Test func showsTheItemAsDesigned() throws {
        let state = AnsweringSample.state(try AnsweringSample.answering(events: Self.events))
        #expect(
            state.render().text == """
                 四川人社窗口单位业务技能练兵比武 · 全省晋级赛                    剩余 01:12:35
                 准考证 5101240101  张某某  成都市一队  座位 07            已答 3/100  已保存 ✓
                --------------------------------------------------------------------------------
                 二、多项选择题  共 20 题，每题 1.5 分。错选不得分；漏选，每选对一项得 0.5 分。

                 63  用人单位与劳动者协商一致，可以解除劳动合同。下列情形中，用人单位应  已标记
                     当向劳动者支付经济补偿的有（　　）。

                   > [x] A  用人单位未依法为劳动者缴纳社会保险费，劳动者解除劳动合同的
                     [ ] B  劳动者在试用期间被证明不符合录用条件的
                     [x] C  用人单位向劳动者提出解除劳动合同并与劳动者协商一致解除的
                     [ ] D  劳动者死亡，或者被人民法院宣告死亡或者宣告失踪的









                --------------------------------------------------------------------------------
                 A-D 选择  上下键 移动  空格 选中  左右键 换题  M 标记  G 跳转  Tab 答题卡
                 F1 帮助                                                               F10 交卷
                """)
    }

    @Test func showsTheCardAsDesigned() throws {
        var state = AnsweringSample.state(try AnsweringSample.answering(events: Self.events))
        #expect(state.handle(.tab) == nil)
        #expect(
            state.render().text.split(separator: "\n", omittingEmptySubsequences: false)[3...17].joined(separator: "\n")
                == """
                 答题卡                                          * 已答  . 未答  ! 标记  > 当前

                 一、单项选择题 1-60
                  *1    *2    .3    .4    .5    .6    .7    .8    .9    .10   .11   .12   .13
                  .14   .15   .16   .17   .18   .19   .20   .21   .22   .23   .24   .25   .26
                  .27   .28   .29   .30   .31   .32   .33!  .34   .35   .36   .37   .38   .39
                  .40   .41   .42   .43   .44   .45   .46   .47   .48   .49   .50   .51   .52
                  .53   .54   .55   .56   .57   .58   .59   .60

                 二、多项选择题 61-80
                  .61   .62  >*63!  .64   .65   .66   .67   .68   .69   .70   .71   .72   .73
                  .74   .75   .76   .77   .78   .79   .80

                 三、判断题 81-100
                  .81   .82   .83   .84   .85   .86   .87   .88   .89   .90   .91   .92   .93
                """)
    }

    @Test func theCardStandsAtTheRightOfAWideScreen() throws {
        let wide = AnsweringSample.state(try AnsweringSample.answering(), rows: 40, columns: 120).render().text
        #expect(wide.contains("用人单位应当") && wide.contains("三、判断题 81-100"))
        let narrow = AnsweringSample.state(try AnsweringSample.answering(), rows: 40, columns: 109).render().text
        #expect(!narrow.contains("三、判断题 81-100"))
    }

    /// Whatever is shown, no row is wider than the screen, and none is lost, at any size and in both languages.
    @Test(arguments: Language.allCases)
    func everyScreenFitsItsSize(language: Language) throws {
        for (rows, columns) in [(24, 80), (25, 81), (30, 109), (24, 110), (60, 200)] {
            for inputs in [[], [Input.tab], [.handIn], [.handIn, .right, .enter], [.help], [.character("g")]] {
                var state = AnsweringSample.state(
                    try AnsweringSample.answering(
                        events: Self.events, remaining: .seconds(200), language: language), rows: rows, columns: columns
                )
                for input in inputs { _ = state.handle(input) }
                let screen = state.render()
                #expect(screen.lines.count == rows)
                #expect(screen.lines.allSatisfy { $0.width <= columns }, "\(rows)x\(columns) \(inputs)")
            }
        }
    }

    @Test func englishScreensAreEnglishExceptForThePaper() throws {
        let state = AnsweringSample.state(try AnsweringSample.answering(language: .english))
        let text = state.render().text
        #expect(text.contains("Left 01:12:35") && text.contains("Saved ✓") && text.contains("F10 Hand in"))
    }

    @Test(arguments: [(601, nil), (600, "不足十分钟"), (301, "不足十分钟"), (300, "不足五分钟"), (1, "不足五分钟")] as [(Int, String?)])
    func warnsInWordsWhenTimeGetsShort(seconds: Int, words: String?) throws {
        let state = AnsweringSample.state(try AnsweringSample.answering(remaining: .seconds(seconds)))
        let line = state.render().lines[0]
        if let words { #expect(line.text.contains(words)) } else { #expect(!line.text.contains("不足")) }
        #expect(line.spans.contains { $0.style.contains(.warning) } == (words != nil))
    }

    @Test func saysAtOnceWhenTheDiskRefuses() throws {
        var answering = try AnsweringSample.answering()
        answering.saving = .failing(Bilingual("磁盘已满", "disk full"))
        let text = AnsweringSample.state(answering).render().text
        #expect(text.contains("未能保存") && text.contains("磁盘已满") && !text.contains("已保存"))
        answering.saving = .saving
        #expect(!AnsweringSample.state(answering).render().text.contains("已保存"))
    }

    @Test func asksForALargerWindowAndLosesNothing() throws {
        var state = AnsweringSample.state(try AnsweringSample.answering(), rows: 23, columns: 79)
        #expect(state.render().text.hasPrefix("窗口太小"))
        let before = state
        #expect(state.handle(.character("a")) == nil)
        #expect(state == before)
        for (rows, columns) in [(1, 1), (2, 5), (24, 3)] {
            state.size = ScreenSize(rows: rows, columns: columns)
            #expect(state.render().lines.allSatisfy { $0.width <= columns })
        }
    }
}
