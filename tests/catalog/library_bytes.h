// SPDX-License-Identifier: Apache-2.0
// The bytes of a real library, for tests that damage a copy of it.
#pragma once

#include <elf.h>

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>

#include "tenon/abi.h"

class LibraryBytes {
  public:
    explicit LibraryBytes(const std::string& file) {
        std::ostringstream out;
        out << std::ifstream(file, std::ios::binary).rdbuf();
        bytes = out.str();
    }

    [[nodiscard]] Elf64_Ehdr& header() { return at<Elf64_Ehdr>(0); }
    [[nodiscard]] Elf64_Shdr& section(std::size_t index) {
        return at<Elf64_Shdr>(header().e_shoff + index * sizeof(Elf64_Shdr));
    }
    // The section that holds the names of all sections.
    [[nodiscard]] Elf64_Shdr& names() { return section(header().e_shstrndx); }
    // The section that holds the descriptor.
    [[nodiscard]] Elf64_Shdr& descriptorSection() {
        for (std::size_t i = 0; i < header().e_shnum; ++i)
            if (bytes.data() + names().sh_offset + section(i).sh_name ==
                std::string_view(TENON_SECTION))
                return section(i);
        throw std::logic_error("there is no descriptor");
    }
    [[nodiscard]] tenon_descriptor& descriptor() {
        return at<tenon_descriptor>(descriptorSection().sh_offset);
    }
    // Replaces the first `from` in the descriptor's text by a text as long.
    void replaceInText(const std::string& from, const std::string& to) {
        const auto found =
            bytes.find(from, descriptorSection().sh_offset + sizeof(tenon_descriptor));
        if (found == bytes.npos || from.size() != to.size()) throw std::logic_error(from);
        bytes.replace(found, to.size(), to);
    }

    std::string bytes;

  private:
    template <class T>
    T& at(std::size_t offset) {
        return *reinterpret_cast<T*>(bytes.data() + offset);
    }
};
