import ExamModel

extension FormSearch {
    /// Tries to put `item` into a slot: an item that may be used once more takes the place, one that is used up changes
    /// places. Stays when the cost grows by no more than ``heat``.
    @inline(__always)
    func attempt(_ item: Int, at slot: Int, exchanging: Bool) -> Bool {
        let form = slot / places
        guard !isHeld(item, by: form), !frozen[slot] else { return false }
        let isFree = uses[item] < mostUses[item]
        if isFree, uses[item] == 0 || !exchanging { return replace(at: slot, with: item) }
        guard uses[item] > 0 else { return false }
        let other = Int(users[Int(userStarts[item])])
        return exchange(slot, other)
    }

    @inline(__always)
    func replace(at slot: Int, with new: Int) -> Bool {
        let form = slot / places
        let old = Int(slots[slot])
        let section = section(of: slot)
        var change = useWeight &* Int(uses[new] &- uses[old] &+ 1)
        change &+= shift(form: form, section: section, item: old, by: -1)
        change &+= shift(form: form, section: section, item: new, by: 1)
        if change &- heat <= overlapGain(old, form), problem.sharing {
            change &+= overlapChange(leaving: old, joining: new, form: form)
        }
        guard change <= heat else {
            _ = shift(form: form, section: section, item: new, by: -1)
            _ = shift(form: form, section: section, item: old, by: 1)
            return false
        }
        if problem.sharing {
            changeOverlaps(of: old, with: form, by: -1)
            changeOverlaps(of: new, with: form, by: 1)
        }
        removeUser(slot, of: old)
        slots[slot] = Int32(new)
        addUser(slot, of: new)
        return true
    }

    /// Exchanges the items of two slots of different forms.
    @inline(__always)
    func exchange(_ first: Int, _ second: Int) -> Bool {
        let (form, other) = (first / places, second / places)
        let (item, incoming) = (Int(slots[first]), Int(slots[second]))
        guard form != other, !frozen[second], !isHeld(item, by: other),
            admits(item, at: second)
        else { return false }
        let (here, there) = (section(of: first), section(of: second))
        var change = shift(form: form, section: here, item: item, by: -1)
        change &+= shift(form: form, section: here, item: incoming, by: 1)
        change &+= shift(form: other, section: there, item: incoming, by: -1)
        change &+= shift(form: other, section: there, item: item, by: 1)
        if change &- heat <= overlapGain(item, form) &+ overlapGain(incoming, other), problem.sharing {
            change &+= overlapChange(of: item, from: form, to: other)
            change &+= overlapChange(of: incoming, from: other, to: form)
        }
        guard change <= heat else {
            _ = shift(form: other, section: there, item: item, by: -1)
            _ = shift(form: other, section: there, item: incoming, by: 1)
            _ = shift(form: form, section: here, item: incoming, by: -1)
            _ = shift(form: form, section: here, item: item, by: 1)
            return false
        }
        if problem.sharing {
            changeOverlaps(of: item, with: form, by: -1)
            changeOverlaps(of: incoming, with: other, by: -1)
        }
        removeUser(first, of: item)
        removeUser(second, of: incoming)
        if problem.sharing {
            changeOverlaps(of: item, with: other, by: 1)
            changeOverlaps(of: incoming, with: form, by: 1)
        }
        slots[first] = Int32(incoming)
        slots[second] = Int32(item)
        addUser(first, of: incoming)
        addUser(second, of: item)
        return true
    }

    /// The most that overlaps can fall by when an item leaves a form.
    @inline(__always)
    private func overlapGain(_ item: Int, _ form: Int) -> Int {
        crowded[form] == 0 ? 0 : Int(min(uses[item], crowded[form])) &* overlapWeight &* 4
    }

    /// What sharing one more item costs two forms that share `count`.
    @inline(__always)
    private func step(_ count: Int) -> Int {
        count < freeOverlap ? 0 : (count &- freeOverlap &+ 1) &* overlapWeight
    }

    /// Never less than the true change: a third form that holds both items is charged for the difference.
    @inline(__always)
    private func overlapChange(leaving old: Int, joining new: Int, form: Int) -> Int {
        var change = 0
        let row = form &* forms
        let start = Int(userStarts[old])
        for index in start..<start &+ Int(uses[old]) where Int(userForms[index]) != form {
            change &-= step(Int(overlaps[row &+ Int(userForms[index])]) &- 1)
        }
        let begin = Int(userStarts[new])
        for index in begin..<begin &+ Int(uses[new]) {
            change &+= step(Int(overlaps[row &+ Int(userForms[index])]))
        }
        return change
    }

    @inline(__always)
    private func overlapChange(of item: Int, from form: Int, to other: Int) -> Int {
        var change = 0
        let start = Int(userStarts[item])
        for index in start..<start &+ Int(uses[item]) {
            let third = Int(userForms[index])
            guard third != form else { continue }
            change &-= step(Int(overlaps[form &* forms &+ third]) &- 1)
            change &+= step(Int(overlaps[other &* forms &+ third]))
        }
        return change
    }
}
