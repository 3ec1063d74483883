package import ExamModel

/// A machine asks to become a terminal of a room.
package struct EnrolmentRequest: Hashable, Sendable, Codable {
    /// The one-time code that the invigilator reads out for this machine, as it was typed.
    package let code: String
    /// What the machine calls itself, for the console.
    package let machine: String

    package init(code: String, machine: String) {
        self.code = code
        self.machine = machine
    }
}

package struct EnrolmentReply: Hashable, Sendable, Codable {
    /// Names the machine from now on; a secret. In hexadecimal.
    package let token: String
    /// The seat that the machine stands at, as tickets name it.
    package let seat: String

    package init(token: String, seat: String) {
        self.token = token
        self.seat = seat
    }
}

/// What everybody in the room may know, and the time.
package struct SiteNotice: Hashable, Sendable, Codable {
    package let exam: Exam
    /// The seat that the machine stands at.
    package let seat: String
    package let time: SiteTime
    /// The site's certificate in PEM: what a terminal encrypts a journal to that is carried by hand.
    package let certificate: String

    package init(exam: Exam, seat: String, time: SiteTime, certificate: String) {
        self.exam = exam
        self.seat = seat
        self.time = time
        self.certificate = certificate
    }
}
