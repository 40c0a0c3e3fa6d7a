// SPDX-License-Identifier: Apache-2.0
#include "catalog/descriptor.h"

#include <Poco/Version.h>
#include <elf.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

#include "catalog/outline.h"
#include "catalog/refused.h"
#include "catalog/sizes.h"
#include "tenon/abi.h"
#include "tenon/json.h"

// The ELF header of the program (or library) that this is linked into; every linker names it so.
extern "C" const Elf64_Ehdr __ehdr_start __attribute__((visibility("hidden")));

namespace tenon::catalog {
namespace {

constexpr std::size_t kLongestText = 16 * 1024 * 1024;
constexpr auto kDamaged = "is not a shared library, or a damaged one";

class Refusal : public std::exception {
  public:
    explicit Refusal(std::string text) : text(std::move(text)) {}
    const std::string text;
};

// `count` structs at an offset; refuses what lies outside the file.
template <class T>
const T* at(std::string_view bytes, std::uint64_t offset, std::uint64_t count = 1) {
    if (offset > bytes.size() || count > (bytes.size() - offset) / sizeof(T) ||
        offset % alignof(T) != 0)
        throw Refusal(kDamaged);
    return reinterpret_cast<const T*>(bytes.data() + offset);
}

std::string_view section(std::string_view bytes) {
    const auto* header = at<Elf64_Ehdr>(bytes, 0);
    if (std::memcmp(header->e_ident, ELFMAG, SELFMAG) != 0) throw Refusal(kDamaged);
    // The dynamic linker would only say that there is no such file.
    if (header->e_ident[EI_CLASS] != __ehdr_start.e_ident[EI_CLASS] ||
        header->e_ident[EI_DATA] != __ehdr_start.e_ident[EI_DATA] ||
        header->e_machine != __ehdr_start.e_machine)
        throw Refusal("is for another kind of machine than this host");
    if (header->e_type != ET_DYN) throw Refusal(kDamaged);
    const auto* sections = at<Elf64_Shdr>(bytes, header->e_shoff, header->e_shnum);
    if (header->e_shstrndx >= header->e_shnum) throw Refusal(kDamaged);
    const auto& table = sections[header->e_shstrndx];
    const std::string_view names(at<char>(bytes, table.sh_offset, table.sh_size), table.sh_size);
    const std::string_view wanted(TENON_SECTION, sizeof TENON_SECTION);  // with its NUL
    for (std::size_t i = 0; i < header->e_shnum; ++i) {
        if (sections[i].sh_name > names.size()) throw Refusal(kDamaged);
        if (!names.substr(sections[i].sh_name).starts_with(wanted)) continue;
        return {at<char>(bytes, sections[i].sh_offset, sections[i].sh_size),
                static_cast<std::size_t>(sections[i].sh_size)};
    }
    throw Refusal("is no plugin: it has no descriptor; add TENON_PLUGIN to one of its sources");
}

bool isNamed(const Value& value) {
    const auto* name = value.find("name");
    return name && name->string() && !name->string()->empty();
}

bool areNamed(const Value* list) {
    return !list ||
           (list->array() && std::all_of(list->array()->begin(), list->array()->end(), isNamed));
}

bool isWhole(const Value& about) {
    const auto* steps = about.find("steps");
    const auto* sandboxes = about.find("sandboxes");
    return isNamed(about) && (steps || sandboxes) && areNamed(steps) && areNamed(sandboxes);
}

// The text, which may be anything.
std::string_view textOf(std::string_view data) {
    tenon_descriptor header;
    if (data.size() < sizeof header) throw Refusal("has a descriptor that is too short");
    std::memcpy(&header, data.data(), sizeof header);
    if (std::string_view(header.magic, sizeof header.magic) != TENON_MAGIC)
        throw Refusal("has a descriptor that is not Tenon's: its magic is wrong");
    if (header.abi_major != TENON_ABI_MAJOR || header.abi_minor > TENON_ABI_MINOR)
        throw Refusal("is for version " + std::to_string(header.abi_major) + "." +
                      std::to_string(header.abi_minor) + " of the plugin interface, and this is " +
                      std::to_string(TENON_ABI_MAJOR) + "." + std::to_string(TENON_ABI_MINOR) +
                      "; build it with this Tenon's headers");
    const std::string toolchain(header.toolchain,
                                strnlen(header.toolchain, sizeof header.toolchain));
    if (toolchain != TENON_TOOLCHAIN)
        throw Refusal("was built with another toolchain (" + toolchain + ") than this host (" +
                      TENON_TOOLCHAIN + "); build both with the same");
    if (header.header_size < sizeof header || header.header_size > data.size() ||
        header.text_size > data.size() - header.header_size)
        throw Refusal("has a descriptor whose sizes do not fit");
    if (header.text_size > kLongestText)
        throw Refusal("has a descriptor whose text is larger than 16 MB");
    return data.substr(header.header_size, header.text_size);
}

Value read(std::string_view text) {
    auto about = json::read(text);
    if (!about || !isWhole(about.value())) throw Refusal(kDamagedText);
    if (const auto other = otherSize(about.value()); !other.empty()) throw Refusal(other);
    return std::move(about).value();
}

// A file as it lies on the disk: however large it is, only what is looked at is read.
class Mapped {
  public:
    explicit Mapped(const std::string& file) {
        // A pipe would keep its reader waiting.
        const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
        struct stat about {};
        const bool usable = opened >= 0 && ::fstat(opened, &about) == 0 && S_ISREG(about.st_mode);
        size_ = usable ? static_cast<std::size_t>(about.st_size) : 0;
        if (size_ > 0) begin_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, opened, 0);
        if (opened >= 0) ::close(opened);
        if (!usable || begin_ == MAP_FAILED) throw Refusal("cannot be read");
    }
    ~Mapped() {
        if (begin_) ::munmap(begin_, size_);
    }
    Mapped(const Mapped&) = delete;
    Mapped& operator=(const Mapped&) = delete;
    [[nodiscard]] std::string_view bytes() const {
        return {static_cast<const char*>(begin_), size_};
    }

  private:
    void* begin_ = nullptr;
    std::size_t size_ = 0;
};

// What `code` makes of the text in the file's descriptor.
template <class T, class Code>
Result<T> ofText(const std::string& file, const Code& code) {
    try {
        const Mapped mapped(file);
        return code(textOf(section(mapped.bytes())));
    } catch (const Refusal& refusal) {
        return refused(file, refusal.text);
    }
}

}  // namespace

Result<Value> readDescriptor(const std::string& file) { return ofText<Value>(file, read); }

Result<Descriptor> readOutline(const std::string& file) {
    return ofText<Descriptor>(file, [](std::string_view text) {
        const auto outline = outlineOf(text);
        return Descriptor{read(outline.text), {outline.schemas.begin(), outline.schemas.end()}};
    });
}

}  // namespace tenon::catalog
