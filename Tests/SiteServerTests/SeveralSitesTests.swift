import ExamModel
import ExamSeat
import ExamTestSupport
import Foundation
import Sealing
import SiteProtocol
import Sitting
import Testing

@testable import SiteServer

/// One paper at two sites: each admits its own candidates, with the form that is theirs.
struct SeveralSitesTests {
    private let room: TestRoom

    init() throws {
        room = try TestRoom()
    }

    @Test func aSiteKnowsAndAdmitsItsOwnCandidatesOnly() async throws {
        for (site, own, other) in [("first", 1, 3), ("second", 3, 1)] {
            let hall = try await room.hall(site)
            #expect(await hall.view().seats.map(\.ticket).contains(SealedSample.candidate(own).ticket))
            #expect(await !hall.view().seats.map(\.ticket).contains(SealedSample.candidate(other).ticket))
            #expect(try await room.logIn(own, to: hall).token != nil)
            await #expect { try await room.logIn(other, to: hall, at: "1") } throws: {
                ($0 as? SiteFault)?.code == .wrongIdentity
            }
            let done = try await hall.perform(
                .message([SealedSample.candidate(other).ticket], "x"), by: "test", because: "test")
            #expect(done.tickets.isEmpty && done.refused.count == 1)
        }
    }

    @Test func eachSiteOpensTheFormsForItsCandidates() async throws {
        room.clock.set(.seconds(1))
        for (site, own) in [("first", 2), ("second", 3)] {
            let hall = try await room.hall(site)
            try await room.release(to: hall)
            let ticket = SealedSample.candidate(own).ticket
            let shelf = FormShelf(try SitePaper(room.paper, site: room.credential(of: site)))
            #expect(try !shelf.sealedForm(#require(await hall.formID(of: ticket))).isEmpty)
            let form = try await shelf.sittingForm(of: ticket, in: hall)
            #expect(form.items.count == 6)
        }
    }

    @Test func aFolderWithTheKeysOfBothSitesIsRefused() throws {
        let folder = try TemporaryFolder()
        let keys = KeyFolder(folder["keys"], warn: { _ in })
        try FileManager.default.createDirectory(at: folder["keys"], withIntermediateDirectories: true)
        try room.authority.root.pem().write(to: folder["keys/authority.pem"])
        for station in TestRoom.stations {
            try keys.write(
                room.credential(of: station.id), of: Holder(.site, id: station.id),
                under: NewPassphrase(Credential.testPassphrase(), isGenerated: true))
        }
        #expect { try SiteFolder(folder.url).openPaper(PassphraseSource(files: []), warn: { _ in }) } throws: {
            ($0 as? Refusal)?.findings.map(\.code) == [.severalSites]
        }
    }
}
