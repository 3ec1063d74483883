import ExamModel
import SiteProtocol
import Sitting
import Testing

@testable import SiteServer

struct EnrolmentTests {
    private let room: TestRoom

    init() throws {
        room = try TestRoom()
    }

    private static func fault(_ code: String, from address: String, at hall: Hall) async -> SiteFault.Code? {
        do throws(SiteFault) {
            _ = try await hall.enrol(EnrolmentRequest(code: code, machine: "m"), from: address)
            return nil
        } catch {
            return error.code
        }
    }

    @Test func aCodeIsUsedOnceAndAnotherOneTakesItsPlace() async throws {
        let hall = try await room.hall()
        let first = try await room.code("1", of: hall)
        let second = try await room.code("1", of: hall)
        #expect(await Self.fault(first, from: "a", at: hall) == .wrongCode)
        #expect(await Self.fault(second.lowercased().replacing("-", with: " "), from: "a", at: hall) == nil)
        #expect(await Self.fault(second, from: "a", at: hall) == .wrongCode)
    }

    @Test func twoMachinesThatTypeTheSameCodeAtOnceAreNotBothEnrolled() async throws {
        let hall = try await room.hall()
        let code = try await room.code("1", of: hall)
        async let first = Self.fault(code, from: "a", at: hall)
        async let second = Self.fault(code, from: "b", at: hall)
        #expect(await [first, second].filter { $0 == nil }.count == 1)
    }

    @Test func fiveWrongCodesFromAnAddressLockItForAMinute() async throws {
        let hall = try await room.hall()
        let code = try await room.code("1", of: hall)
        for _ in 1...5 { #expect(await Self.fault("0000-0000", from: "a", at: hall) == .wrongCode) }
        #expect(await Self.fault(code, from: "a", at: hall) == .locked)
        #expect(await hall.view().incidents.map(\.kind) == [.codesGuessed])
        #expect(await Self.fault("0000-0000", from: "b", at: hall) == .wrongCode)
        room.clock.set(.minutes(-10) + .seconds(59))
        #expect(await Self.fault(code, from: "a", at: hall) == .locked)
        room.clock.set(.minutes(-10) + .seconds(61))
        #expect(await Self.fault(code, from: "a", at: hall) == nil)
    }

    @Test func aHundredWrongCodesFromEverywhereLockAllForAMinute() async throws {
        let hall = try await room.hall()
        let code = try await room.code("1", of: hall)
        for number in 1...EnrolmentThrottle.most {
            #expect(await Self.fault("0000-0000", from: "address \(number)", at: hall) == .wrongCode)
        }
        #expect(await Self.fault(code, from: "another", at: hall) == .locked)
        room.clock.set(.minutes(-9) + .seconds(1))
        #expect(await Self.fault(code, from: "another", at: hall) == nil)
    }

    @Test func rightCodesAreNeverHeldUpByEachOther() async throws {
        let hall = try await room.hall()
        for number in 1...120 {
            let code = try await room.code("\(number)", of: hall)
            #expect(await Self.fault(code, from: "one address", at: hall) == nil)
        }
    }
}
