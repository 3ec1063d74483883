import ExamModel

/// The topic read last: items of one topic stand together.
struct TopicMemo {
    private var text = ""
    private var topic = Topic(text: "")

    mutating func topic(_ text: String) -> Topic {
        if text != self.text { (self.text, topic) = (text, Topic(text: text)) }
        return topic
    }
}
