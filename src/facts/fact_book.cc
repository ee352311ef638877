#include "facts/fact_book.h"

#include "facts/evaluator.h"

namespace gongkai {

FactBook::FactBook(const FactCatalog& catalog, const Ledger& ledger, const FactBook* prior, Diagnostics& diagnostics,
                   BookSettings settings)
    : impl_(std::make_unique<Impl>(catalog, ledger, prior, std::move(settings), diagnostics)) {}

FactBook::~FactBook() = default;

const Fact* FactBook::find(std::string_view name) const {
  return impl_->find(name);
}

const Fact* FactBook::evaluate(const Expr& expr, const Scope* scope, Diagnostics& diagnostics) const {
  return impl_->evaluate(expr, scope, diagnostics);
}

bool FactBook::holds(const Expr& expr, const Scope* scope, Diagnostics& diagnostics) const {
  return impl_->holds(expr, scope, diagnostics);
}

std::vector<std::string_view> FactBook::known_names() const {
  return impl_->names();
}

const Ledger& FactBook::ledger() const {
  return impl_->ledger;
}
const BookSettings& FactBook::settings() const {
  return impl_->settings;
}
const FactBook* FactBook::prior() const {
  return impl_->prior;
}
const FactCatalog& FactBook::catalog() const {
  return impl_->catalog;
}

}  // namespace gongkai
