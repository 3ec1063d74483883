import ExamModel
import Foundation
import Sealing
import Testing

@testable import Ledger

struct MerkleTreeTests {
    private static func entries(_ count: Int) -> [Digest] {
        (0..<count).map { Digest(of: Data("entry \($0)".utf8)) }
    }

    /// The definition of RFC 6962, 2.1, word by word.
    private static func root(_ entries: ArraySlice<Digest>) -> Digest {
        switch entries.count {
        case 0: return Digest(of: Data())
        case 1: return Digest(of: Data([0]) + entries[entries.startIndex].bytes)
        default:
            var split = 1
            while split * 2 < entries.count { split *= 2 }
            let middle = entries.startIndex + split
            return Digest(of: Data([1]) + root(entries[..<middle]).bytes + root(entries[middle...]).bytes)
        }
    }

    @Test func rootIsThatOfTheDefinition() {
        for count in 0...70 {
            let entries = Self.entries(count)
            #expect(MerkleTree(entries).root == Self.root(entries[...]), "\(count) entries")
        }
    }

    @Test func everyEntryIsProvenAndNothingElse() throws {
        for count in 1...33 {
            let entries = Self.entries(count)
            let tree = MerkleTree(entries)
            for index in 0..<count {
                let proof = try #require(tree.proof(of: index))
                #expect(proof.root(from: entries[index]) == tree.root)
                #expect(proof.root(from: Digest(of: Data("another".utf8))) != tree.root)
                for other in 0..<count where other != index {
                    let moved = InclusionProof(index: other, size: count, path: proof.path)
                    #expect(moved.root(from: entries[index]) != tree.root, "\(index) as \(other) of \(count)")
                }
                let longer = InclusionProof(index: index, size: count, path: proof.path + [.zero])
                #expect(longer.root(from: entries[index]) == nil)
                for cut in proof.path.indices {
                    var path = proof.path
                    path.remove(at: cut)
                    #expect(InclusionProof(index: index, size: count, path: path).root(from: entries[index]) == nil)
                }
            }
        }
    }

    @Test func thereIsNoProofOutsideTheTree() {
        let tree = MerkleTree(Self.entries(3))
        #expect(tree.proof(of: 3) == nil)
        #expect(tree.proof(of: -1) == nil)
        #expect(InclusionProof(index: 3, size: 3, path: []).root(from: .zero) == nil)
        #expect(InclusionProof(index: -1, size: 3, path: []).root(from: .zero) == nil)
    }
}
