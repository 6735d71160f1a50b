/** Said by the system when it starts the panel at login: then no window is opened where a tray shows it. */
export const AT_LOGIN = '--at-login'
