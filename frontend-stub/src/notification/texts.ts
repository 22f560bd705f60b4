export const texts = {
  title: 'Notifications',
  empty: 'Nothing has happened yet that you would be told of.',
  unreadOnly: 'Unread',
  all: 'All',
  readAll: 'Mark all as read',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  unread: 'Unread',
  choose: 'Choose what is mailed',
  chooseIntro: 'Everything is among your notifications here in any case.',
  topic: 'What it is about',
  settingsSaved: 'Your choice is saved.',
};
