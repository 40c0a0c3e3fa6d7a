// SPDX-License-Identifier: Apache-2.0
#include "graph/mermaid.h"

#include <set>
#include <vector>

#include "graph/labels.h"

namespace tenon::graph {

using manifest::Entry;
using manifest::Node;

namespace {

// An edge that has no end yet.
struct Open {
    std::string from;
    std::string label;
};

// A list of tasks while it is drawn.
struct List {
    std::vector<const Entry*> tasks;
    std::vector<std::string> ids;
    std::vector<Open> ends;  // leave the list
};

const Node* flow(const Node& node) { return node.find("then"); }

std::string both(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? a + b : a + ", " + b;
}

class Drawing {
  public:
    std::string whole(const Node& root) {
        out_ = "flowchart TD\n";
        line("begin([\"start\"])");
        auto list = nodes(*root.find("do"));
        line("finish([\"end\"])");
        arrive(list, {"begin", ""}, 0);
        edges(list);
        for (const auto& end : list.ends) edge(end, "finish");
        return out_ + edges_;
    }

  private:
    void line(const std::string& text) { out_ += std::string(depth_ * 2, ' ') + text + "\n"; }
    void edge(const Open& open, const std::string& to, const char* arrow = " -->") {
        const std::string label = open.label.empty() ? "" : "|\"" + escaped(open.label) + "\"|";
        edges_ += "  " + open.from + arrow + label + " " + to + "\n";
    }

    // Mermaid takes a node for a part of the subgraph where it is named first: all nodes come
    // before all edges.
    List nodes(const Node& node) {
        List list;
        for (const auto& item : node.items) {
            list.tasks.push_back(&item.entries.front());
            list.ids.push_back("t" + std::to_string(++count_));
            draw(*list.tasks.back(), list.ids.back());
        }
        return list;
    }

    void draw(const Entry& entry, const std::string& id) {
        const Node& task = entry.value;
        const auto kind = kindOf(task);
        const std::string title =
            "\"" + escaped(entry.key) + "<br/>" + escaped(action(task)) + "\"";
        if (kind == "switch") {
            line(id + "{" + title + "}");
        } else if (kind == "do" || kind == "try") {
            inside(id, title, *task.find(kind));
        } else if (kind == "for") {
            const auto list = inside(id, title, *task.find("do"));
            for (const auto& end : list.ends)
                edge({end.from, both(end.label, "next")}, list.ids.front());
        } else if (kind == "fork") {
            open(id, title);
            nodes(*task.find("fork")->find("branches"));
            close();
        } else {
            line(id + "[" + title + "]");
        }
        if (kind == "try") drawCatch(*task.find("catch"), id);
    }

    void drawCatch(const Node& handler, const std::string& id) {
        const std::string title = "\"catch\"";
        if (const Node* list = handler.find("do")) {
            inside(id + "c", title, *list);
        } else {
            line(id + "c[" + title + "]");
        }
        edge({id, caught(handler)}, id + "c", " -.->");
    }

    List inside(const std::string& id, const std::string& title, const Node& tasks) {
        open(id, title);
        auto list = nodes(tasks);
        close();
        edges(list);
        return list;
    }
    void open(const std::string& id, const std::string& title) {
        line("subgraph " + id + "[" + title + "]");
        ++depth_;
    }
    void close() {
        --depth_;
        line("end");
    }

    void edges(List& list) {
        for (std::size_t i = 0; i < list.tasks.size(); ++i) {
            const Node& task = list.tasks[i]->value;
            const auto kind = kindOf(task);
            if (kind == "raise") continue;  // nothing follows in this list
            bool otherwise = false;         // a switch without a case for all
            if (kind == "switch") {
                otherwise = true;
                for (const auto& item : task.find("switch")->items) {
                    const auto& [name, place, one] = item.entries.front();
                    const Node* when = one.find("when");
                    otherwise = otherwise && when;
                    leave(list, {list.ids[i], when ? name + ": " + *when->text() : name}, i,
                          flow(one));
                }
                if (!otherwise) continue;
            }
            leave(list, {list.ids[i], otherwise ? "otherwise" : ""}, i, flow(task));
            if (kind != "try") continue;
            const Node* then = flow(*task.find("catch"));
            leave(list, {list.ids[i] + "c", ""}, i, then ? then : flow(task));
        }
    }

    // From the task to where `then` leads.
    void leave(List& list, const Open& open, std::size_t task, const Node* then) {
        const std::string to = then && then->text() ? *then->text() : "continue";
        if (to == "end") return edge(open, "finish");
        if (to == "exit") return list.ends.push_back(open);
        for (std::size_t i = 0; i < list.tasks.size(); ++i)
            if (list.tasks[i]->key == to) return arrive(list, open, i);
        arrive(list, open, task + 1);
    }

    // To the task, and past it where its `if` may say no.
    void arrive(List& list, const Open& open, std::size_t task) {
        if (task == list.tasks.size()) return list.ends.push_back(open);
        const Node* condition = list.tasks[task]->value.find("if");
        if (!condition) return edge(open, list.ids[task]);
        edge({open.from, both(open.label, "if " + *condition->text())}, list.ids[task]);
        if (!passed_.insert({open.from, task}).second) return;  // round and round
        leave(list, {open.from, both(open.label, "else")}, task, flow(list.tasks[task]->value));
        passed_.erase({open.from, task});
    }

    std::string out_;
    std::string edges_;
    std::size_t depth_ = 1;
    int count_ = 0;
    std::set<std::pair<std::string, std::size_t>> passed_;
};

}  // namespace

std::string mermaid(const Node& root) { return Drawing().whole(root); }

}  // namespace tenon::graph
