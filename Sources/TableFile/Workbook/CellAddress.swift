/// `B12` as numbers: column from 0, row from 1.
struct CellAddress {
    let column: Int
    let row: Int

    init?(_ text: some StringProtocol) {
        self.init(text.utf8)
    }

    init?(_ bytes: some Sequence<UInt8>) {
        var (column, row) = (0, 0)
        for byte in bytes where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte - 64)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - 48)
            default: return nil
            }
            guard column <= TableLimits.columns, row <= TableLimits.rows else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.column = column - 1
        self.row = row
    }
}
