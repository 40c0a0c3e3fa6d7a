// SPDX-License-Identifier: Apache-2.0
#include "store/state/writer.h"

#include "store/state/faults.h"
#include "store/state/schema.h"
#include "world/quiet.h"

namespace tenon::store {
namespace {

// So many pages in the log, and it is moved into the file.
constexpr int kLogPages = 1000;
// So many that nobody waits for, and they are written all the same; or so late.
constexpr std::size_t kMostUnawaited = 256;
constexpr auto kLinger = std::chrono::milliseconds(50);

}  // namespace

Writer::Writer(const StateFiles& files, Locks& locks)
    : files_(files), locks_(locks), tidyAt_(kLogPages) {
    std::promise<std::optional<Error>> opened;
    {
        const world::Quiet quiet;  // so that a file too large comes back as an error
        thread_ = std::thread([this, &opened] { work(opened); });
    }
    if (auto problem = opened.get_future().get()) {
        thread_.join();
        throw StepError(*std::move(problem));
    }
}

Writer::~Writer() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

std::optional<Error> Writer::write(Work work, Room room) {
    auto waiting = std::make_shared<std::promise<std::optional<Error>>>();
    auto written = waiting->get_future();
    add({std::move(work), room, nullptr, std::move(waiting)});
    return written.get();
}

void Writer::later(Work work, Failed failed) {
    add({std::move(work), Room::reserve, std::move(failed), nullptr});
}

void Writer::add(Job job) {
    {
        const std::scoped_lock lock(mutex_);
        if (job.waiting) ++awaited_;
        queue_.push_back(std::move(job));
    }
    changed_.notify_all();
}

void Writer::work(std::promise<std::optional<Error>>& opened) {
    try {
        open();
    } catch (const StepError& e) {
        database_.reset();
        opened.set_value(e.error());
        return;
    }
    opened.set_value(std::nullopt);
    for (;;) {
        auto jobs = next();
        if (jobs.empty()) break;
        process(jobs);
        for (auto& job : jobs) {
            if (job.problem && job.failed) job.failed(*job.problem);
            if (job.waiting) job.waiting->set_value(std::move(job.problem));
        }
        tidy();
    }
    database_.reset();
}

void Writer::open() {
    const Locks::Writing lock(locks_);
    database_ = std::make_unique<Database>(files_, Database::Access::write);
    prepareSchema(*database_);
    // The log is there once something was read.
    database_->number("SELECT count(*) FROM meta");
    log_ = SeenFile(files_.log());
    ballast_ = files_.makeBallast();
}

Writer::Jobs Writer::next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    changed_.wait_for(lock, kLinger, [this] {
        return stopping_ || awaited_ > 0 || queue_.size() >= kMostUnawaited;
    });
    awaited_ = 0;
    return std::exchange(queue_, {});
}

void Writer::process(Jobs& jobs) {
    try {
        if (dead_) throw StepError(*dead_);
        const Locks::Writing lock(locks_);
        if (database_->moved() || log_.gone(files_.log()) || locks_.gone())
            throw StepError(journalGone(files_.folder()));
        if (!ballast_ && !(ballast_ = files_.makeBallast()))
            return squeeze(jobs, diskFull(files_.folder()));
        try {
            commitInRoom(jobs);
        } catch (const StepError& e) {
            if (e.error().title != "disk full") throw;
            static_cast<void>(files_.dropBallast());
            ballast_ = false;
            squeeze(jobs, e.error());
        }
    } catch (const StepError& e) {
        // After these nobody knows what a later commit would rest on.
        if (e.error().title == "damaged" || e.error().title == "disk") dead_ = e.error();
        for (auto& job : jobs)
            if (!job.problem) job.problem = e.error();
    }
}

// Where the disk is full, the log may hold room: what is in it twice. Moved into the file, it is
// begun anew, and written over.
void Writer::commitInRoom(Jobs& jobs) {
    try {
        return commit(jobs);
    } catch (const StepError& e) {
        if (e.error().title != "disk full" || !database_->checkpoint()) throw;
    }
    commit(jobs);
}

void Writer::commit(Jobs& jobs) {
    try {
        database_->run("BEGIN IMMEDIATE");
        for (auto& job : jobs)
            if (!job.problem) job.problem = perform(job);
        database_->run("COMMIT");
    } catch (const StepError&) {
        database_->rollBack();
        throw;
    }
}

std::optional<Error> Writer::perform(Job& job) {
    std::optional<Error> refused;
    Query(*database_, "SAVEPOINT job").run();
    try {
        refused = job.work(*database_);
    } catch (const DatabaseFault&) {
        throw;
    } catch (const StepError& e) {
        refused = e.error();
    }
    if (refused) Query(*database_, "ROLLBACK TO job").run();
    Query(*database_, "RELEASE job").run();
    return refused;
}

// Only what ends what was begun, in the room that was kept for it.
void Writer::squeeze(Jobs& jobs, const Error& full) {
    for (auto& job : jobs)
        if (!job.problem && job.room == Room::ordinary) job.problem = full;
    commitInRoom(jobs);
}

void Writer::tidy() {
    if (dead_ || database_->logPages() < tidyAt_) return;
    try {
        const Locks::Writing lock(locks_);
        // Where a reader is in the way, it is tried again when there is as much more.
        tidyAt_ = database_->checkpoint() ? kLogPages : database_->logPages() + kLogPages;
    } catch (const StepError& e) {
        if (e.error().title != "disk full") dead_ = e.error();
        tidyAt_ = database_->logPages() + kLogPages;
    }
}

}  // namespace tenon::store
