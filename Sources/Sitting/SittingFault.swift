package import ExamModel

/// Why an event was not applied. The state is as before.
package enum SittingFault: Error, Hashable, Sendable {
    case beforeStart
    case startedTooLate
    case alreadyStarted
    case notStarted
    case alreadyEnded
    case unknownItem(ItemID)
    case unknownOption(ItemID, OptionID)
    case repeatedOption(ItemID)
    /// Two options on an item that takes one.
    case tooManyOptions(ItemID)
    /// Words for an item with options, options for one without, or another number of texts than there are blanks.
    case wrongKind(ItemID)
    case tooLong(ItemID, limit: Int)
    case handInTooEarly(earliest: SessionTime)
    case timeIsUp
    case timeIsNotUp
    /// The invigilator has stopped the sitting for a while.
    case paused
    case notPaused
    /// An order that was obeyed before, or that comes before one that was.
    case staleOrder(Int)
    /// An event before the last one.
    case timeRanBackwards

    package var message: Bilingual {
        switch self {
        case .beforeStart: Bilingual("考试还没有开始", "the exam has not started yet")
        case .startedTooLate:
            Bilingual("已过最迟入场时间，请联系监考员", "it is too late to begin; call the invigilator")
        case .alreadyStarted: Bilingual("已经开始作答", "the sitting has already started")
        case .notStarted: Bilingual("还没有开始作答", "the sitting has not started")
        case .alreadyEnded: Bilingual("已经交卷，不能再修改", "handed in already; nothing can be changed")
        case .unknownItem(let item): Bilingual("试卷中没有试题 \(item)", "the form has no item \(item)")
        case .unknownOption(let item, let option):
            Bilingual("试题 \(item) 没有选项 \(option)", "item \(item) has no option \(option)")
        case .repeatedOption(let item):
            Bilingual("试题 \(item) 的同一选项出现两次", "item \(item): an option is given twice")
        case .tooManyOptions(let item):
            Bilingual("试题 \(item) 只能选一项", "item \(item) takes one option only")
        case .wrongKind(let item):
            Bilingual("试题 \(item) 的作答形式与题型不符", "the answer does not fit the type of item \(item)")
        case .tooLong(_, let limit): Bilingual("最多写 \(limit) 个字", "no more than \(limit) characters")
        case .handInTooEarly(let earliest):
            Bilingual(
                "开考 \(earliest.wholeSeconds / 60) 分钟后才能交卷",
                "nobody hands in before \(earliest.wholeSeconds / 60) minutes have passed")
        case .timeIsUp: Bilingual("考试时间已到", "the time is up")
        case .timeIsNotUp: Bilingual("考试时间还没有到", "the time is not up yet")
        case .paused: Bilingual("监考员已暂停作答，请等候", "the invigilator has paused the sitting; please wait")
        case .notPaused: Bilingual("作答没有暂停", "the sitting is not paused")
        case .staleOrder(let number): Bilingual("监考指令 \(number) 已经执行过", "order \(number) was obeyed before")
        case .timeRanBackwards: Bilingual("事件时间早于上一条", "the event is earlier than the one before it")
        }
    }
}
