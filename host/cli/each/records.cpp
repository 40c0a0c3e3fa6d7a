// SPDX-License-Identifier: Apache-2.0
#include "cli/each/records.h"

#include <csv.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include <algorithm>
#include <deque>
#include <fstream>

#include "cli/failure.h"
#include "cli/input.h"
#include "cli/printable.h"
#include "tenon/json.h"

namespace tenon::cli::each {
namespace {

// The bytes of a file, line by line, with the number of each.
class Lines {
  public:
    explicit Lines(const std::string& path) : path_(path) {
        struct stat about {};
        // Looked at first: to open a pipe is to wait for who writes to it.
        const bool there = path != "-" && ::stat(path.c_str(), &about) == 0;
        if (path == "-" || (there && !S_ISREG(about.st_mode)))
            fail("it is no file; it is read twice, so it must be one");
        if (there) file_.open(path, std::ios::binary);
        if (!there || !file_) fail(strerror(errno));
    }
    bool next(std::string& line) {
        if (!std::getline(file_, line)) {
            if (file_.bad()) fail(strerror(errno));
            return false;
        }
        if (++number_ == 1 && line.starts_with("\xef\xbb\xbf")) line.erase(0, 3);
        return true;
    }
    [[nodiscard]] std::size_t number() const { return number_; }

  private:
    [[noreturn]] void fail(const std::string& why) const {
        throw Failure(kUnreadable,
                      "tenon: --each " + oneLine(path_) + " cannot be read (" + why + ")\n");
    }

    const std::string path_;
    std::ifstream file_;
    std::size_t number_ = 0;
};

bool isBlank(const std::string& line) { return line.find_first_not_of(" \t\r") == line.npos; }

class JsonRecords final : public Records {
  public:
    explicit JsonRecords(const std::string& path) : lines_(path) {}

    std::optional<Record> next() override {
        Record record;
        do {
            if (!lines_.next(record.text)) return std::nullopt;
        } while (isBlank(record.text));
        record.line = lines_.number();
        auto value = json::read(record.text);
        if (value) {
            record.value = std::move(value).value();
        } else {
            record.fault = value.error().detail;
        }
        return record;
    }

  private:
    Lines lines_;
};

class CsvRecords final : public Records {
  public:
    explicit CsvRecords(const std::string& path) : lines_(path) {
        while (rows_.empty() && more()) {
        }
        if (!rows_.empty()) {
            for (const auto& cell : rows_.front().cells) names_.push_back(cell.value_or(""));
            head_ = std::move(rows_.front().text);
            rows_.pop_front();
        }
        auto sorted = names_;
        std::sort(sorted.begin(), sorted.end());
        const bool twice = std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
        if (names_.empty() || !fault_.empty() || twice ||
            std::find(names_.begin(), names_.end(), "") != names_.end())
            throw Failure(kBadInput, oneLine(path) + ":" + std::to_string(std::max(begun_, 1UL)) +
                                         ": wanted a head that names each column, once; found " +
                                         (!fault_.empty()  ? fault_
                                          : names_.empty() ? "nothing"
                                          : twice          ? "a name that stands twice"
                                                           : "a column without a name") +
                                         "\n" + kNothingWasRun);
    }

    std::optional<Record> next() override {
        while (rows_.empty() && fault_.empty() && more()) {
        }
        Record record;
        if (rows_.empty()) {
            if (fault_.empty()) return std::nullopt;
            record.line = begun_;
            record.fault = std::exchange(fault_, "");
            over_ = true;  // where a row ends is not known any more
            return record;
        }
        auto row = std::move(rows_.front());
        rows_.pop_front();
        record.line = row.line;
        record.text = std::move(row.text);
        if (row.cells.size() != names_.size())
            record.fault = "wanted " + std::to_string(names_.size()) +
                           " columns, as the head has them, found " +
                           std::to_string(row.cells.size());
        record.value = Object();
        for (std::size_t i = 0; record.fault.empty() && i < names_.size(); ++i)
            if (row.cells[i]) record.assignments.push_back(names_[i] + "=" + *row.cells[i]);
        return record;
    }
    [[nodiscard]] std::string head() const override { return head_ + "\n"; }

  private:
    // Nothing where nothing stands: a text that is empty stands in quotes.
    using Cells = std::vector<std::optional<std::string>>;
    struct Row {
        std::size_t line;
        std::string text;
        Cells cells;
    };

    // Reads another line; false at the end.
    bool more() {
        if (over_) return false;
        std::string line;
        if (!lines_.next(line)) {
            over_ = true;
            const bool whole = csv_fini(&parser_, cell, row, this) == 0;
            if (!whole) fault_ = "a text in quotes that does not end";
            return whole && !rows_.empty();
        }
        if (cells_.empty() && isBlank(line) && text_.empty()) return true;
        if (text_.empty()) begun_ = lines_.number();
        text_ += (text_.empty() ? "" : "\n") + line;
        line += '\n';
        if (csv_parse(&parser_, line.data(), line.size(), cell, row, this) != line.size())
            fault_ = csv_error(&parser_) == CSV_EPARSE
                         ? "a quotation mark where none may stand: a text with one stands in "
                           "quotes, and has it twice"
                         : csv_strerror(csv_error(&parser_));
        return fault_.empty();
    }
    static void cell(void* bytes, std::size_t size, void* self) {
        auto& cells = static_cast<CsvRecords*>(self)->cells_;
        if (bytes)
            cells.emplace_back(std::string(static_cast<const char*>(bytes), size));
        else
            cells.emplace_back();
    }
    static void row(int, void* self) {
        auto& me = *static_cast<CsvRecords*>(self);
        if (me.cells_.empty()) return;
        auto text = std::exchange(me.text_, "");
        if (text.empty()) me.fault_ = "a carriage return that ends a row, and no line";
        if (text.ends_with('\r')) text.pop_back();
        me.rows_.push_back({me.begun_, std::move(text), std::exchange(me.cells_, {})});
    }

    Lines lines_;
    // By itself, so that it is let go also where the head is refused.
    struct Parser : csv_parser {
        Parser() { csv_init(this, CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL); }
        Parser(const Parser&) = delete;
        Parser& operator=(const Parser&) = delete;
        ~Parser() { csv_free(this); }
    };
    Parser parser_;
    std::vector<std::string> names_;
    std::string head_;
    std::size_t begun_ = 0;  // the line in which the row that is read began
    std::string text_;       // of that row
    Cells cells_;
    std::deque<Row> rows_;
    std::string fault_;
    bool over_ = false;
};

}  // namespace

std::unique_ptr<Records> Records::open(const std::string& path) {
    if (path.ends_with(".csv")) return std::make_unique<CsvRecords>(path);
    return std::make_unique<JsonRecords>(path);
}

}  // namespace tenon::cli::each
