import ExamModel
import Foundation
import XMLFile

extension XMLReader {
    convenience init(workbook data: Data, at place: Place) throws(Refusal) {
        try self.init(data, at: place, damaged: WorkbookReader.damaged(at: place))
    }
}
