package import Foundation
package import Sitting

/// What the invigilator sends to one sitting: an order or a message. Both share their numbers, counted from 1.
package struct SiteOrder: Hashable, Sendable, Codable {
    package let number: Int
    /// What the journal notes when it is obeyed; nil with a message.
    package let order: SittingOrder?
    package let message: String?

    package init(number: Int, order: SittingOrder.Kind) {
        self.number = number
        self.order = SittingOrder(number: number, kind: order)
        message = nil
    }

    package init(number: Int, message: String) {
        self.number = number
        order = nil
        self.message = message
    }
}

package struct OrdersReply: Hashable, Sendable, Codable {
    /// Those after the number that was asked for, in their order.
    package let orders: [SiteOrder]
    package let time: SiteTime
    /// The release file's bytes, when it has come and the terminal has not seen it: the start costs one answer.
    package let release: Data?

    package init(orders: [SiteOrder], time: SiteTime, release: Data? = nil) {
        self.orders = orders
        self.time = time
        self.release = release
    }
}
