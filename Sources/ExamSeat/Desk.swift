package import ExamModel
package import Sitting

/// What a terminal works against: a paper on the same machine, or a site's server. Nothing here waits for a network;
/// what comes of a call is found by looking again, at the latest when ``descriptor`` becomes readable.
package protocol Desk: AnyObject {
    /// Becomes readable when there is something new; nil where nothing comes from outside.
    var descriptor: Int32? { get }
    /// Nil until the site has told it.
    var exam: Exam? { get }
    /// The seat that the machine stands at, where that is known.
    var seat: String? { get }
    /// Whether the next candidate may log in after one has handed in.
    var servesManyCandidates: Bool { get }

    func entry(at reading: ClockReading) -> DeskEntry
    /// Makes the machine a terminal of the room, by the code that the invigilator typed.
    func enrol(code: String)
    func logIn(ticket: TicketNumber, lastSix: String, at reading: ClockReading)
    func logOut()

    /// Whether the candidate who is present has begun before.
    var hasBegun: Bool { get }
    /// Whether whoever is present may sit down now.
    func look(at reading: ClockReading) throws(Refusal) -> DeskLook
    /// Sits the present candidate down, after ``DeskLook/open``. Throws when the journal is held by another terminal or
    /// damaged.
    func sit(at reading: ClockReading) throws(Refusal) -> ExamSeat

    /// The journal on this machine's disk has grown.
    func saved(_ seat: ExamSeat)
    func delivery(of seat: ExamSeat, at reading: ClockReading) -> Delivery
    /// What came from the invigilator since the last call, orders only when somebody sits; the site's time is put into
    /// the seat's clock.
    func news(for seat: ExamSeat?, at reading: ClockReading) -> [DeskNews]
}

/// Who is at a machine, or what it waits for before anybody can be.
package enum DeskEntry: Hashable, Sendable {
    /// The site has not answered yet; with why, once that is known.
    case connecting(Bilingual?)
    /// The invigilator has to type a code; with what was wrong with the last one.
    case needsCode(Bilingual?)
    case free(LoginFault?)
    case loggingIn
    /// The invigilator has to see to something first.
    case held(SeatAssignment, Bilingual)
    case present(SeatAssignment)
}

/// Why a login failed.
package enum LoginFault: Hashable, Sendable {
    /// Ticket or identity is wrong; which one is not told.
    case wrong
    /// Whole seconds until the next try is taken.
    case locked(Int)
    case refused(Bilingual)
}

/// Whether the paper may be opened.
package enum DeskLook: Hashable, Sendable {
    /// No release yet.
    case sealed
    case startsIn(SessionTime)
    case open
}

/// What the invigilator sends.
package enum DeskNews: Hashable, Sendable {
    case order(SittingOrder)
    case message(String)
}

/// Where the answers of a sitting are.
package enum Delivery: Hashable, Sendable {
    /// On this machine, and there is nowhere else.
    case local
    /// All of them on the site's disk as well.
    case delivered
    case underway
    /// The site has not been reached for a while.
    case cutOff
    /// The site does not take them; with why.
    case refused(Bilingual)
    /// This seat is over: the sitting goes on elsewhere or from other lines; with why.
    case superseded(Bilingual)
}

/// Where the answers of a finished sitting are kept beside their journal.
package protocol SheetKeeper: AnyObject {
    /// Keeps a sheet; called again, it does nothing more.
    func keep(_ sheet: AnswerSheet, at reading: ClockReading) throws(Refusal)
}
