// SPDX-License-Identifier: Apache-2.0
// Functions that know where in a value something lies.
#include "values/places.h"
#include "expr/filters/access.h"
#include "expr/filters/special.h"
#include "expr/filters/update.h"
#include "values/number.h"
#include "values/order.h"

namespace tenon::expr {
namespace {

class PathOf final : public Filter {
  public:
    explicit PathOf(FilterPtr source) : Filter(false), source_(std::move(source)) {}
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onPath = [&](Array&& path) { return out(machine, Value(std::move(path))); };
        return eachPath(*source_, machine, where, *in, onPath) ? Flow::on : Flow::off;
    }

  private:
    FilterPtr source_;
};

class GetPath final : public Filter {
  public:
    explicit GetPath(FilterPtr path) : Filter(path->single()), path_(std::move(path)) {}

    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value path;
        const Got got = path_->one(machine, where, in.lent(), path);
        if (got != Got::value) return got;
        return isPath(machine, path) && getAt(machine, *in, *path.array(), out) ? Got::value
                                                                                : Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onPath = [&](Value&& path) {
            Value value;
            return isPath(machine, path) && getAt(machine, *in, *path.array(), value) &&
                   out(machine, std::move(value));
        };
        return each(*path_, machine, where, in.lent(), onPath) ? Flow::on : Flow::off;
    }
    bool paths(Machine& machine, const Environment& where, const Spot& in,
               SpotSink out) const override {
        const auto onPath = [&](Value&& path) {
            if (in.lost)
                return machine.fail("Invalid path expression near attempt to access element " +
                                    machine.excerpt(path) + " of " + machine.excerpt(in.value));
            return isPath(machine, path) && walk(machine, in, *path.array(), 0, out);
        };
        return each(*path_, machine, where, In(in.value), onPath);
    }

  private:
    static bool isPath(Machine& machine, const Value& path) {
        if (!path.array()) return machine.fail("Path must be specified as an array");
        return path.array()->size() <= kLongestPath || machine.fail("Path too deep");
    }
    static bool walk(Machine& machine, const Spot& here, const Array& path, std::size_t at,
                     SpotSink out) {
        if (at == path.size()) return out(machine, here);
        Value next;
        if (!machine.deeper()) return false;
        if (!here.value.isNull() && !get(machine, here.value, path[at], next)) return false;
        return walk(machine, here.at(path[at], std::move(next)), path, at + 1, out);
    }

    FilterPtr path_;
};

class SetPath final : public Filter {
  public:
    SetPath(FilterPtr path, FilterPtr value)
        : Filter(path->single() && value->single()),
          path_(std::move(path)),
          value_(std::move(value)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value path, value;
        if (const Got got = value_->one(machine, where, in.lent(), value); got != Got::value)
            return got;
        if (const Got got = path_->one(machine, where, in.lent(), path); got != Got::value)
            return got;
        out = in.take();
        return put(machine, path, std::move(value), out) ? Got::value : Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onValue = [&](Value&& value) {
            const auto onPath = [&](Value&& path) {
                Value root = *in;
                return put(machine, path, Value(value), root) && out(machine, std::move(root));
            };
            return each(*path_, machine, where, in.lent(), onPath);
        };
        return each(*value_, machine, where, in.lent(), onValue) ? Flow::on : Flow::off;
    }

  private:
    static bool put(Machine& machine, const Value& path, Value&& value, Value& root) {
        if (!path.array()) return machine.fail("Path must be specified as an array");
        return setAt(machine, root, *path.array(), std::move(value));
    }
    FilterPtr path_, value_;
};

class DeletePaths final : public Filter {
  public:
    explicit DeletePaths(FilterPtr paths) : Filter(paths->single()), paths_(std::move(paths)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Value paths;
        const Got got = paths_->one(machine, where, in.lent(), paths);
        if (got != Got::value) return got;
        out = in.take();
        return deleteAll(machine, out, paths) ? Got::value : Got::off;
    }
    Flow many(Machine& machine, const Environment& where, In in, Sink out, Tail&) const override {
        const auto onPaths = [&](Value&& paths) {
            Value root = *in;
            return deleteAll(machine, root, paths) && out(machine, std::move(root));
        };
        return each(*paths_, machine, where, in.lent(), onPaths) ? Flow::on : Flow::off;
    }

  private:
    FilterPtr paths_;
};

class Delete final : public Filter {
  public:
    explicit Delete(FilterPtr source) : Filter(true), source_(std::move(source)) {}
    Got one(Machine& machine, const Environment& where, In in, Value& out) const override {
        Array paths;
        if (!collectPaths(*source_, machine, where, *in, paths)) return Got::off;
        out = in.take();
        return deleteAll(machine, out, std::move(paths)) ? Got::value : Got::off;
    }

  private:
    FilterPtr source_;
};

const Special kPlaceSpecials[] = {
    {"path", 1,
     [](Arguments&& a) -> FilterPtr { return std::make_unique<PathOf>(std::move(a[0])); }},
    {"getpath", 1,
     [](Arguments&& a) -> FilterPtr { return std::make_unique<GetPath>(std::move(a[0])); }},
    {"setpath", 2,
     [](Arguments&& a) -> FilterPtr {
         return std::make_unique<SetPath>(std::move(a[0]), std::move(a[1]));
     }},
    {"delpaths", 1,
     [](Arguments&& a) -> FilterPtr { return std::make_unique<DeletePaths>(std::move(a[0])); }},
    {"del", 1,
     [](Arguments&& a) -> FilterPtr { return std::make_unique<Delete>(std::move(a[0])); }},
};

}  // namespace

std::span<const Special> placeSpecials() { return kPlaceSpecials; }

}  // namespace tenon::expr
