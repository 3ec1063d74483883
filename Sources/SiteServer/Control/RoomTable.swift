package import ExamModel
package import Foundation
import Sitting

/// The room as text: what `kaochang-site status` prints for people.
package struct RoomTable: Sendable {
    private let view: RoomView
    private let language: Language

    /// Reads what ``ControlClient/room()`` returned.
    package init(_ room: Data, in language: Language) throws {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        view = try decoder.decode(RoomView.self, from: room)
        self.language = language
    }

    /// Faults first, then incidents, then the seats.
    package var text: String {
        var lines = [view.title, clock, counts]
        lines += alarms.map { "⚠ " + say($0) }
        if !view.incidents.isEmpty {
            lines.append("")
            lines.append(say(Bilingual("异常情况", "incidents")) + " \(view.incidents.count)")
            lines += view.incidents.map { "  #\($0.number) \($0.message.text(in: language))\(outage($0))" }
        }
        lines.append("")
        lines += Self.aligned([heading] + view.seats.map(row))
        return lines.joined(separator: "\n")
    }

    private func say(_ text: Bilingual) -> String { text.text(in: language) }

    private var clock: String {
        let left = SessionTime.minutes(view.session.minutes) - view.now
        return switch (view.now < .zero, view.isReleased, left > .zero) {
        case (true, _, _): say(Bilingual("距开考 ", "starts in ")) + Self.clock(.zero - view.now)
        case (false, false, _): say(Bilingual("等待启封，已过开考时间 ", "waits for the release since ")) + Self.clock(view.now)
        case (false, true, true): say(Bilingual("剩余 ", "left ")) + Self.clock(left)
        case (false, true, false): say(Bilingual("考试时间已到", "time is up"))
        }
    }

    private var counts: String {
        let counts = view.counts
        return say(
            Bilingual(
                "考生 \(counts.candidates)  已登记机器 \(counts.enrolled)  已登录 \(counts.here)  作答中 \(counts.answering)  "
                    + "已结束 \(counts.ended)  断开 \(counts.cutOff)",
                "candidates \(counts.candidates)  machines \(counts.enrolled)  logged in \(counts.here)  answering \(counts.answering)  "
                    + "ended \(counts.ended)  cut off \(counts.cutOff)"))
    }

    private var alarms: [Bilingual] {
        var alarms: [Bilingual] = []
        if let fault = view.diskFault {
            alarms.append(Bilingual("服务器磁盘写不进去：\(fault)", "the server's disk does not save: \(fault)"))
        }
        if let copy = view.copy {
            if let failure = copy.failure {
                alarms.append(Bilingual("热备份停了：\(failure)", "the hot copy stands still: \(failure)"))
            } else if copy.lag > 0 {
                alarms.append(Bilingual("热备份落后 \(copy.lag) 次写入", "the hot copy is \(copy.lag) writes behind"))
            }
        }
        if let fault = view.ledger.fault {
            alarms.append(
                Bilingual(
                    "账本有 \(view.ledger.pending) 项操作待补记：\(fault.chinese)",
                    "\(view.ledger.pending) action(s) wait for the ledger: \(fault.english)"))
        }
        if !view.hasRelease {
            alarms.append(Bilingual("启封文件还没有放入", "the release file is not here yet"))
        }
        return alarms
    }

    private func outage(_ incident: IncidentView) -> String {
        guard let outage = incident.outage else { return "" }
        return say(Bilingual("（可补还 \(outage.wholeSeconds) 秒）", " (\(outage.wholeSeconds) s may be given back)"))
    }

    private var heading: [String] {
        [
            ("座位", "seat"), ("准考证号", "ticket"), ("姓名", "name"), ("状态", "state"), ("已答", "answered"), ("机器", "machine"),
            ("最后联系", "heard"), ("补时", "extra"), ("异常", "incidents"),
        ]
        .map { say(Bilingual($0.0, $0.1)) }
    }

    private func row(_ seat: SeatView) -> [String] {
        [
            seat.seat, seat.ticket.text, seat.name,
            say(seat.isCutOff ? Bilingual("断开", "cut off") : seat.stage.name),
            seat.questions > 0 ? "\(seat.answered)/\(seat.questions)" : "-", seat.machine ?? "-",
            seat.silence.map { say(Bilingual("\($0.wholeSeconds) 秒前", "\($0.wholeSeconds) s ago")) } ?? "-",
            seat.extra > .zero ? say(Bilingual("\(seat.extra.wholeSeconds) 秒", "\(seat.extra.wholeSeconds) s")) : "-",
            seat.incidents.isEmpty ? "-" : seat.incidents.map { "#\($0)" }.joined(separator: " "),
        ]
    }

    private static func clock(_ time: SessionTime) -> String {
        let seconds = time.wholeSecondsUp
        return [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(
            separator: ":")
    }

    private static func aligned(_ rows: [[String]]) -> [String] {
        let widths = (0..<(rows.first?.count ?? 0)).map { column in rows.map { $0[column].terminalWidth }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.terminalWidth) }
            return cells.joined(separator: "  ").trimmingSuffix { $0 == " " }
        }
    }
}

extension SeatView.Stage {
    var name: Bilingual {
        switch self {
        case .assigned: Bilingual("未到", "not here")
        case .admitted: Bilingual("已登录", "logged in")
        case .answering: Bilingual("作答", "answering")
        case .paused: Bilingual("暂停", "paused")
        case .handedIn: Bilingual("已交卷", "handed in")
        case .timeUp: Bilingual("到时交卷", "time up")
        case .collected: Bilingual("已收卷", "collected")
        case .voided: Bilingual("作废", "void")
        }
    }
}

extension String {
    /// Columns on a terminal: characters beyond Latin take two.
    fileprivate var terminalWidth: Int {
        unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }

    fileprivate func trimmingSuffix(while isCut: (Character) -> Bool) -> String {
        var text = self
        while let last = text.last, isCut(last) { text.removeLast() }
        return text
    }
}
