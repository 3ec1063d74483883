import ExamModel
import ExamPackage
import ExamSettings
import Foundation
import Sealing

extension Office {
    /// The rooms that seats were last given in, else those of exam.yaml.
    func currentRooms() throws(Refusal) -> [ExamRoom] {
        guard FileManager.default.fileExists(atPath: folder.rooms.path) else {
            return try ExamRoom.read(folder.examFile)
        }
        return try result([ExamRoom].self, at: folder.rooms, madeBy: "seating")
    }

    /// The rooms with the ids of their sites, which a table may name by their names. Refuses rooms without a site where
    /// there are several, and sites that the exam does not have (SITE_MISSING).
    func located(_ rooms: [ExamRoom], of exam: Exam, in file: URL) throws(Refusal) -> [ExamRoom] {
        var (located, findings): ([ExamRoom], [Finding]) = ([], [])
        for room in rooms {
            let site = exam.sites.first { [$0.id, $0.name].contains(room.site) }
            if site == nil, room.site != nil || exam.sites.count > 1 {
                findings.append(Self.siteMissing(of: room, among: exam.sites, in: folder.name(of: file)))
            }
            located.append(ExamRoom(name: room.name, seats: room.seats, columns: room.columns, site: site?.id))
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return located
    }

    /// Who sits at which site. The seat's room tells, where there are several sites. Refuses seats of rooms that belong to
    /// none (SITE_MISSING).
    func seating(of seats: [SeatAssignment], at exam: Exam) throws(Refusal) -> [Holder: [SeatAssignment]] {
        let holders = Holder.all(.site, at: exam.sites)
        guard holders.count > 1 else { return [holders[0]: seats] }
        let rooms = try currentRooms()
        let sites = Dictionary(rooms.map { ($0.name, $0.site) }) { first, _ in first }
        var seating = Dictionary(uniqueKeysWithValues: holders.map { ($0, [SeatAssignment]()) })
        var findings: [Finding] = []
        for seat in seats {
            let room = String(seat.seat.prefix { $0 != "-" })
            if let site = sites[room] ?? nil, seating[Holder(.site, id: site)] != nil {
                seating[Holder(.site, id: site), default: []].append(seat)
            } else {
                findings.append(Self.siteMissing(of: seat, room: room, in: folder.name(of: folder.examFile)))
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
        return seating
    }

    /// The id of each candidate's site by ticket number; nil where an exam has one site.
    static func sites(in seating: [Holder: [SeatAssignment]]) -> [String: String]? {
        guard seating.count > 1 else { return nil }
        var sites: [String: String] = [:]
        for (site, seats) in seating { for seat in seats { sites[seat.ticket.text] = site.id } }
        return sites
    }

    /// What opens envelopes to the sites of `package`: the key of the first site whose key is here.
    func siteCredential(opening package: PaperPackage) throws(Refusal) -> Credential {
        let sites = package.sites
        let site = sites.first { FileManager.default.fileExists(atPath: keys.keyFile(of: $0).path) } ?? sites[0]
        return try credential(of: site, opening: package)
    }

    private static func siteMissing(of room: ExamRoom, among sites: [Station], in file: String) -> Finding {
        let known = sites.isEmpty ? "—" : sites.map { "\($0.id)（\($0.name)）" }.joined(separator: "、")
        return Finding(
            .error, .siteMissing, at: Place(file: file),
            Bilingual(
                "考场“\(room.name)”的考点是“\(room.site ?? "")”：请写 exam.yaml 中 sites 的一个（\(known)）",
                "room “\(room.name)” is at the site “\(room.site ?? "")”; name one of those in exam.yaml (\(known))"))
    }

    private static func siteMissing(of seat: SeatAssignment, room: String, in file: String) -> Finding {
        Finding(
            .error, .siteMissing, at: Place(file: file),
            Bilingual(
                "准考证号 \(seat.ticket) 的座位 \(seat.seat) 不知属于哪个考点：请在 rooms 里给考场“\(room)”写上 site",
                "seat \(seat.seat) of \(seat.ticket) belongs to no site: say which one room “\(room)” is in (site: in rooms)"
            ))
    }
}

extension FindingCode {
    static let siteMissing: FindingCode = "SITE_MISSING"
}
