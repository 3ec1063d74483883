import Foundation

/// The room for everybody who watches: looked at twice a second at the most, however many consoles there are.
actor RoomFeed {
    /// In nanoseconds.
    private static let shortest: UInt64 = 400_000_000

    private let hall: Hall
    private let now: @Sendable () -> UInt64
    private var last: (view: RoomView, at: UInt64)?

    init(_ hall: Hall, now: @escaping @Sendable () -> UInt64) {
        self.hall = hall
        self.now = now
    }

    func view() async -> RoomView {
        if let last, now() - last.at < Self.shortest { return last.view }
        let view = await hall.view()
        last = (view, now())
        return view
    }
}
