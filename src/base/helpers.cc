#include "base/helpers.h"

namespace gongkai {

Helpers::~Helpers() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
  }
  given_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

void Helpers::give(std::function<void()> task) {
  const std::lock_guard lock(mutex_);
  tasks_.push_back(std::move(task));
  // A task may wait for another, so none waits for a thread.
  if (tasks_.size() <= waiting_) {
    given_.notify_one();
    return;
  }
  try {
    threads_.emplace_back([this] { serve(); });
  } catch (...) {
    tasks_.pop_back();
    throw;
  }
}

void Helpers::serve() {
  std::unique_lock lock(mutex_);
  while (true) {
    ++waiting_;
    given_.wait(lock, [this] { return over_ || !tasks_.empty(); });
    --waiting_;
    if (tasks_.empty()) return;
    {
      const std::function<void()> task = std::move(tasks_.front());
      tasks_.pop_front();
      lock.unlock();
      task();
    }  // what it holds is let go of before the others may be kept waiting
    lock.lock();
  }
}

}  // namespace gongkai
