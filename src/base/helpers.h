// A thread pool: threads that help with one piece of work at a time and stay for the next.
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace gongkai {

/// Something that was begun. Who lets go of it waits until it is done, as it may use what goes out of scope then.
template <typename Result>
class Begun {
 public:
  Begun() = default;
  explicit Begun(std::future<Result> result) : result_(std::move(result)) {}
  Begun(Begun&&) noexcept = default;
  Begun& operator=(Begun&&) = delete;
  Begun(const Begun&) = delete;
  Begun& operator=(const Begun&) = delete;
  ~Begun() {
    const bool running = result_.valid() && result_.wait_for(std::chrono::seconds(0)) != std::future_status::deferred;
    if (running) result_.wait();
  }

  /// Waits; throws what the work threw. Once.
  Result get() { return result_.get(); }
  /// For several to ask. Who takes it sees to it that it is waited for.
  std::shared_future<Result> share() { return result_.share(); }

 private:
  std::future<Result> result_;
};

/// As many threads as there are pieces of work at one time. They are kept: memory they have let go of serves the next
/// piece, where that of a thread that ends must be found and taken over by others.
class Helpers {
 public:
  Helpers() = default;
  ~Helpers();
  Helpers(const Helpers&) = delete;
  Helpers& operator=(const Helpers&) = delete;

  /// Begins `work` in a thread of its own. std::system_error when the machine gives no more threads.
  template <typename Work>
  auto begin(Work work) {
    using Result = std::invoke_result_t<Work>;
    const auto task = std::make_shared<std::packaged_task<Result()>>(std::move(work));
    std::future<Result> result = task->get_future();
    give([task] { (*task)(); });
    return Begun<Result>(std::move(result));  // only what was begun is waited for
  }

 private:
  void give(std::function<void()> task);
  void serve();

  std::mutex mutex_;  ///< of all below
  std::condition_variable given_;
  std::deque<std::function<void()>> tasks_;
  std::size_t waiting_ = 0;  ///< threads without a task
  bool over_ = false;
  std::vector<std::thread> threads_;
};

/// Begins `work` beside this thread when there are helpers; else it is done when its result is asked for, if ever.
template <typename Work>
auto begin_beside(Helpers* helpers, Work work) {
  using Result = std::invoke_result_t<Work>;
  if (helpers != nullptr) return helpers->begin(std::move(work));
  return Begun<Result>(std::async(std::launch::deferred, std::move(work)));
}

}  // namespace gongkai
